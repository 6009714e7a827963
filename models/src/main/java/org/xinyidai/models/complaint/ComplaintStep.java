package org.xinyidai.models.complaint;

import static org.xinyidai.models.complaint.ComplaintState.ANSWERED;
import static org.xinyidai.models.complaint.ComplaintState.ASSIGNED;
import static org.xinyidai.models.complaint.ComplaintState.CLOSED;
import static org.xinyidai.models.complaint.ComplaintState.FILED;
import static org.xinyidai.models.complaint.ComplaintState.WITHDRAWN;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every step of a complaint (投诉办理步骤): whose it is, from where, and where it leads. */
@SuppressWarnings("ImmutableEnumChecker") // its sets are never changed after the constructor
public enum ComplaintStep {
  /** The office takes it on and gives it to whoever must answer. */
  ASSIGN("受理交办", EnumSet.of(By.OFFICE), EnumSet.of(FILED, ASSIGNED), ASSIGNED),
  ANSWER("答复", EnumSet.of(By.OFFICE, By.ASSIGNEE), EnumSet.of(ASSIGNED), ANSWERED),
  /** The complainant is content, or the office notes by telephone that it is. */
  SATISFIED("满意", EnumSet.of(By.OFFICE, By.COMPLAINANT), EnumSet.of(ANSWERED), CLOSED),
  /** It is not: once it goes back, a second time it stays so. */
  DISSATISFIED("不满意", EnumSet.of(By.OFFICE, By.COMPLAINANT), EnumSet.of(ANSWERED), ASSIGNED),
  WITHDRAW("撤回", EnumSet.of(By.OFFICE, By.COMPLAINANT), EnumSet.of(FILED, ASSIGNED), WITHDRAWN);

  private final String titleZh;
  private final Set<By> by;
  private final Set<ComplaintState> from;
  private final ComplaintState to;

  /** As what somebody acts in a complaint. */
  public enum By {
    COMPLAINANT,
    ASSIGNEE,
    OFFICE,
    PLATFORM
  }

  ComplaintStep(String titleZh, Set<By> by, Set<ComplaintState> from, ComplaintState to) {
    this.titleZh = titleZh;
    this.by = Collections.unmodifiableSet(by);
    this.from = Collections.unmodifiableSet(from);
    this.to = to;
  }

  /** The name in calls: {@code assign}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ComplaintStep> ofCode(String code) {
    return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
  }

  public String titleZh() {
    return titleZh;
  }

  boolean isBy(By who) {
    return by.contains(who);
  }

  boolean isFrom(ComplaintState state) {
    return from.contains(state);
  }

  ComplaintState to() {
    return to;
  }
}
