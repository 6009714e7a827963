package org.xinyidai.models.cleaning;

import java.util.Set;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Kind;
import org.xinyidai.models.record.Validated.Reason;

/**
 * A declared rule of cleaning (清洗规则, C23).
 *
 * @param id with the version, what a correction names for ever
 * @param version raised by every change
 * @param reasons for which rows are refused that this rule looks at
 * @param kinds of columns it looks at
 * @param policy whether it acts by itself
 * @param basis the standard or law, and article, that it stands on
 */
public record CleaningRule(
    String id,
    int version,
    Set<Reason> reasons,
    Set<Kind> kinds,
    Remedy remedy,
    Policy policy,
    String basis) {

  /** Who decides. */
  public enum Policy {
    /** The correction is certain, and is made (自动更正). */
    APPLY,
    /** A person decides (建议). */
    SUGGEST
  }

  public CleaningRule {
    reasons = Set.copyOf(reasons);
    kinds = Set.copyOf(kinds);
    if (basis.isBlank()) {
      throw new IllegalArgumentException("cleaning rule " + id + " has no basis");
    }
    if (version < 1) {
      throw new IllegalArgumentException("cleaning rule " + id + " has version " + version);
    }
  }

  /** Whether it looks at a column that a row was refused for. */
  boolean looksAt(Reason reason, Column column) {
    boolean leavable = remedy != Remedy.LEAVE_OUT || !column.required();
    return reasons.contains(reason) && kinds.contains(column.kind()) && leavable;
  }
}
