package org.xinyidai.models.feature;

/**
 * When a feature has no value (缺失规则), for all features of a kind. The feed being absent always
 * comes first; the reason that is given stands in {@link MissingReason}.
 */
enum MissingRule {
  /** For states and lists of a feed that speaks of its own enterprises only. */
  FEED("Missing while the feed has no record of the enterprise."),
  /** For numbers that a record may leave out. */
  TOLD("Missing while no record of the feed tells the number."),
  /** For sums and counts over months: what came before the first record counts as nothing. */
  FIRST_MONTH("Missing while a feed has no record in a month that has ended."),
  /** For headcounts, which a late report must not bring to zero. */
  REPORTED(
      "Missing where no report covers a month compared; a report stands for two later months, "
          + "and a ratio needs a base above zero."),
  /** For comparisons, trends and volatility: a month that is not known may not pass for zero. */
  WHOLE_SPAN(
      "Missing while a feed does not reach back over every month compared, "
          + "and where the base of comparison is not above zero."),
  /** For shares and rates. */
  DENOMINATOR(
      "Missing while a feed has no record in a month that has ended, "
          + "and where there is nothing to divide by."),
  /**
   * For events and registers of a whole city, such as penalties: an enterprise of which such a feed
   * says nothing had none, if the platform knows the enterprise at all, which market registration,
   * a feed of every subject, tells. Without either nothing is known, and nothing is not zero.
   */
  REGISTER(
      "Zero without a record where market registration knows the enterprise; missing where it "
          + "does not, and where no record tells the number.");

  private final String sentence;

  MissingRule(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
