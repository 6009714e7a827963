package org.xinyidai.engine.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.RefusedRequest;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.product.Text;

/** The tree of lenders and offices with their branches (机构树). */
public final class Organisations {
  private static final byte ORGANISATION = 'o';
  private static final byte INSTITUTION = 'u';
  private static final int ID_BYTES = 6;
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Store store;
  private final SecureRandom random;

  public Organisations(Store store, SecureRandom random) {
    this.store = store;
    this.random = random;
  }

  /** Why an organisation cannot be added. */
  public static final class Misplaced extends RefusedRequest {
    private static final long serialVersionUID = 1L;

    Misplaced(String field, String zh, String en) {
      super(field, new Text(zh, en));
    }
  }

  /** What acting for an organisation means: under which name, sitting where. */
  public record Standing(Role role, String organisation, Seat seat) {}

  /**
   * Makes one that is to be kept by {@link #put}.
   *
   * @throws Misplaced when its name is taken by a head, or it does not fit under its parent
   */
  public Organisation prepare(
      Organisation.Kind kind, String name, @Nullable String parent, @Nullable String division) {
    String id = "o-" + RandomId.digits(random, ID_BYTES);
    Organisation fresh = new Organisation(id, kind, name, parent, division, null);
    List<Organisation> all = all();
    if (all.stream().anyMatch(one -> one.isHead() == fresh.isHead() && one.name().equals(name))) {
      throw new Misplaced("name", "该名称已登记", "This name is registered already");
    }
    if (parent != null) {
      check(fresh, find(parent).orElseThrow(() -> noParent()));
    }
    return fresh;
  }

  /** Keeps one as a part of a larger change. */
  public Organisation put(Changes changes, Organisation one) {
    changes.put(Family.ACCOUNTS, key(one.id()), write(one));
    String code = one.institutionCode();
    if (one.isHead() && code != null) {
      changes.put(Family.ACCOUNTS, codeKey(one.name()), code.getBytes(UTF_8));
    }
    return one;
  }

  /** The code of the lender whose head bears a name; empty where nobody has entered it. */
  public Optional<String> institutionCode(Changes changes, String head) {
    return changes.get(Family.ACCOUNTS, codeKey(head)).map(code -> new String(code, UTF_8));
  }

  private void check(Organisation fresh, Organisation parent) {
    if (parent.kind() != fresh.kind()) {
      throw new Misplaced("kind", "须与上级机构同类", "It must be of its parent's kind");
    }
    if (lineage(parent).size() >= Organisation.MOST_LEVELS) {
      throw new Misplaced(
          "parent",
          "机构层级不超过" + Organisation.MOST_LEVELS + "级",
          "At most " + Organisation.MOST_LEVELS + " levels");
    }
    if (fresh.kind() == Organisation.Kind.OFFICE && fresh.division() == null) {
      throw new Misplaced(
          "division", "下级主管部门须填写行政区划代码", "An office of a district names its division");
    }
  }

  private static Misplaced noParent() {
    return new Misplaced("parent", "没有该上级机构", "There is no such parent");
  }

  /** One by its id; empty when there is none. */
  public Optional<Organisation> find(String id) {
    return store.read(view -> view.get(Family.ACCOUNTS, key(id))).map(bytes -> read(bytes));
  }

  /** Every one, in the order of ids. */
  public List<Organisation> all() {
    return store.read(
        view -> {
          List<Organisation> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.ACCOUNTS, new byte[] {ORGANISATION})) {
            while (cursor.next()) {
              found.add(read(cursor.value()));
            }
          }
          return found;
        });
  }

  /**
   * What an account of this organisation is: a lender's things are kept under the name of its head,
   * those of an office under its own, and an office below the head sees its district.
   */
  public Standing standing(Organisation one) {
    List<Organisation> lineage = lineage(one);
    Organisation head = lineage.get(lineage.size() - 1);
    boolean office = one.kind() == Organisation.Kind.OFFICE;
    String division = office && !one.isHead() ? String.valueOf(one.division()) : "";
    return new Standing(
        one.kind().role(), office ? one.name() : head.name(), new Seat(one.id(), division));
  }

  /** The organisation, then those above it, the head last. */
  private List<Organisation> lineage(Organisation one) {
    List<Organisation> lineage = new ArrayList<>(List.of(one));
    @Nullable String above = one.parent();
    while (above != null) {
      Organisation next = find(above).orElseThrow();
      lineage.add(next);
      above = next.parent();
    }
    return lineage;
  }

  private static byte[] key(String id) {
    return KeyParts.of(ORGANISATION, id);
  }

  private static byte[] codeKey(String head) {
    return KeyParts.of(INSTITUTION, head);
  }

  private static byte[] write(Organisation one) {
    try {
      return JSON.writeValueAsBytes(one);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("six texts can always be written", e);
    }
  }

  private static Organisation read(byte[] bytes) {
    try {
      return JSON.readValue(bytes, Organisation.class);
    } catch (IOException e) {
      throw new IllegalStateException("a stored organisation is damaged", e);
    }
  }
}
