package org.xinyidai.engine.monitoring;

import java.time.LocalDate;
import org.xinyidai.models.subject.Uscc;

/**
 * What a lender decided on the application of an enterprise (金融机构审批结论).
 *
 * @param lender as it calls itself
 * @param approved whether the loan was granted
 */
public record LenderDecision(Uscc uscc, String lender, LocalDate decidedOn, boolean approved) {
  /** Longer than the name of any lender. */
  public static final int LONGEST_NAME = 100;

  public LenderDecision {
    if (lender.isBlank() || lender.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a lender has a name of 1 to " + LONGEST_NAME + " letters");
    }
  }
}
