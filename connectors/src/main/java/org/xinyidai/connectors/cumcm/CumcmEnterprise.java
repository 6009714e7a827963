package org.xinyidai.connectors.cumcm;

import org.xinyidai.models.subject.Uscc;

/**
 * An enterprise of the data set (企业).
 *
 * @param sourceId its number there (企业代号), such as {@code E12}
 * @param uscc a valid code derived from that number by {@link CumcmFolder#uscc}; no real one
 * @param bankRating the bank's own rating A to D (信誉评级), empty where there is none; every D
 *     defaulted, so that it tells the outcome and may never become a feature
 */
public record CumcmEnterprise(
    String sourceId, Uscc uscc, String name, Outcome outcome, String bankRating) {
  /** Whether the enterprise defaulted (是否违约). */
  public enum Outcome {
    REPAID,
    DEFAULTED,
    UNKNOWN
  }
}
