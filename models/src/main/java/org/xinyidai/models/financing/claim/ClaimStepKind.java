package org.xinyidai.models.financing.claim;

import static org.xinyidai.models.financing.claim.ClaimState.AGREED;
import static org.xinyidai.models.financing.claim.ClaimState.CONFIRMED;
import static org.xinyidai.models.financing.claim.ClaimState.FILED;
import static org.xinyidai.models.financing.claim.ClaimState.OBJECTED;
import static org.xinyidai.models.financing.claim.ClaimState.REFUSED;
import static org.xinyidai.models.financing.claim.ClaimState.WITHDRAWN;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.models.financing.application.Party;

/** Every step of a claim (认领步骤): whose it is, from where, and where it leads. */
@SuppressWarnings("ImmutableEnumChecker") // its set is never changed after the constructor
public enum ClaimStepKind {
  AGREE("企业确认", Party.ENTERPRISE, EnumSet.of(FILED, OBJECTED), AGREED, false),
  OBJECT("企业异议", Party.ENTERPRISE, EnumSet.of(FILED), OBJECTED, true),
  CONFIRM("认定", Party.OFFICE, EnumSet.of(FILED, AGREED, OBJECTED), CONFIRMED, false),
  REFUSE("不予认定", Party.OFFICE, EnumSet.of(FILED, AGREED, OBJECTED), REFUSED, true),
  WITHDRAW("撤回", Party.LENDER, EnumSet.of(FILED, AGREED, OBJECTED), WITHDRAWN, false);

  private final String titleZh;
  private final Party party;
  private final Set<ClaimState> from;
  private final ClaimState to;
  private final boolean reasoned;

  ClaimStepKind(
      String titleZh, Party party, Set<ClaimState> from, ClaimState to, boolean reasoned) {
    this.titleZh = titleZh;
    this.party = party;
    this.from = Collections.unmodifiableSet(from);
    this.to = to;
    this.reasoned = reasoned;
  }

  /** The name in calls: {@code agree}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ClaimStepKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  public String titleZh() {
    return titleZh;
  }

  public Party party() {
    return party;
  }

  public ClaimState to() {
    return to;
  }

  boolean isFrom(ClaimState state) {
    return from.contains(state);
  }

  /** Whether it means nothing without words. */
  boolean isReasoned() {
    return reasoned;
  }
}
