package org.xinyidai.models.financing.report;

import java.util.List;
import org.xinyidai.models.financing.application.Step;

/**
 * What comes of holding a line against its application (对账结果).
 *
 * @param steps that bring the application up to the line, in order; each was tried on paper
 * @param differences that no step settles
 */
public record Reconciliation(List<Step> steps, List<Difference> differences) {
  public Reconciliation {
    steps = List.copyOf(steps);
    differences = List.copyOf(differences);
  }

  /** How the line stands to the platform. */
  public enum Verdict {
    /** Both say the same (一致). */
    SAME,
    /** The platform was behind and is moved on (平台补录). */
    BEHIND,
    /** They disagree (不一致). */
    DIFFERENT
  }

  public Verdict verdict() {
    if (!differences.isEmpty()) {
      return Verdict.DIFFERENT;
    }
    return steps.isEmpty() ? Verdict.SAME : Verdict.BEHIND;
  }

  /** A line that belongs to no application here. */
  static Reconciliation apart(Difference.Kind kind, ReportField field, String reported) {
    return new Reconciliation(List.of(), List.of(new Difference(kind, field, "", reported)));
  }
}
