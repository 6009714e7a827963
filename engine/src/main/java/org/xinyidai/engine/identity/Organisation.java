package org.xinyidai.engine.identity;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Region;
import org.xinyidai.models.subject.Uscc;

/**
 * A lender, an office, or a branch of one (机构). All branches of a lender share what is the
 * lender's; a district's office sees its district.
 *
 * @param id unique here
 * @param name of a lender's head the name that its products carry
 * @param parent id of the organisation above; null for a head
 * @param division six digits of the place; null where it does not matter
 * @param institutionCode unified social credit code of a lender's head, which results that go to
 *     the nation name; null where nobody has entered it
 */
public record Organisation(
    String id,
    Kind kind,
    String name,
    @Nullable String parent,
    @Nullable String division,
    @Nullable String institutionCode) {
  /** Head office, province, city, district, outlet: no lender has more levels. */
  public static final int MOST_LEVELS = 5;

  /** What it is. */
  public enum Kind {
    BANK("bank", "银行", Role.BANK),
    GUARANTEE("guarantee", "融资担保公司", Role.BANK),
    SMALL_LOAN("small_loan", "小额贷款公司", Role.BANK),
    PAWN("pawn", "典当行", Role.BANK),
    OFFICE("office", "主管部门", Role.OFFICE);

    private final String id;
    private final String titleZh;
    private final Role role;

    Kind(String id, String titleZh, Role role) {
      this.id = id;
      this.titleZh = titleZh;
      this.role = role;
    }

    /** The stable name in files and answers. */
    public String id() {
      return id;
    }

    public String titleZh() {
      return titleZh;
    }

    /** The role of everyone who acts for it. */
    public Role role() {
      return role;
    }

    public static Optional<Kind> ofId(String id) {
      return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
  }

  public Organisation {
    if (id.isBlank() || name.isBlank() || name.length() > Account.MAX_TEXT) {
      throw new IllegalArgumentException("an organisation has an id and a name");
    }
    if (division != null && !Region.isWellFormed(division)) {
      throw new IllegalArgumentException("a division has six digits: " + division);
    }
    if (institutionCode != null && !Uscc.isWellFormed(institutionCode)) {
      throw new IllegalArgumentException("an institution has a USCC: " + institutionCode);
    }
  }

  /** The same under a code. */
  public Organisation coded(String code) {
    return new Organisation(id, kind, name, parent, division, code);
  }

  boolean isHead() {
    return parent == null;
  }
}
