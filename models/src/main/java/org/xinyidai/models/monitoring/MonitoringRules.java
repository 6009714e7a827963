package org.xinyidai.models.monitoring;

import org.xinyidai.models.score.Grade;

/**
 * When monitoring raises an alert (监控规则), declared and numbered: a report names the version that it
 * was judged by.
 *
 * @param version 1 and up; changed rules get a greater one
 * @param performanceWindowMonths after a score in which a default counts (表现期)
 * @param fewestOutcomes bads, and goods, below which a vintage gives no figure
 * @param fewestDecisions of a month, below which its override rate raises no alert
 * @param decliningGrade the best grade that the score recommends to decline
 * @param scorePsi PSI of the score
 * @param featurePsi PSI of one input
 * @param aucDrop AUC of the reference less that of a vintage
 * @param ksDrop the same for KS
 * @param unscoredShare share of enterprises with records and no score, 0 to 1
 * @param overrideRate share of decisions against the score in a month, 0 to 1
 */
public record MonitoringRules(
    int version,
    int performanceWindowMonths,
    long fewestOutcomes,
    long fewestDecisions,
    Grade decliningGrade,
    Limits scorePsi,
    Limits featurePsi,
    Limits aucDrop,
    Limits ksDrop,
    Limits unscoredShare,
    Limits overrideRate) {
  /** Longer than any loan that is scored. */
  private static final int LONGEST_WINDOW_MONTHS = 60;

  public MonitoringRules {
    if (version < 1 || fewestOutcomes < 1 || fewestDecisions < 1) {
      throw new IllegalArgumentException(
          "version, fewestOutcomes and fewestDecisions are 1 at least");
    }
    if (performanceWindowMonths < 1 || performanceWindowMonths > LONGEST_WINDOW_MONTHS) {
      throw new IllegalArgumentException(
          "performanceWindowMonths lies between 1 and " + LONGEST_WINDOW_MONTHS);
    }
    if (decliningGrade == Grade.A) {
      throw new IllegalArgumentException("decliningGrade A would decline everyone");
    }
  }
}
