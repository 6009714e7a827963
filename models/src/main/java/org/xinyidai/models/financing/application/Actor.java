package org.xinyidai.models.financing.application;

/**
 * Who takes a step (操作方).
 *
 * @param organisation for which it acts: the code of an enterprise, the name of a lender
 * @param unit id of the branch or office where it sits; empty for the organisation as a whole
 */
public record Actor(Party party, String organisation, String unit) {
  /** The platform by its own clock. */
  public static final Actor PLATFORM = new Actor(Party.PLATFORM, "xinyidai");

  /** For the organisation as a whole. */
  public Actor(Party party, String organisation) {
    this(party, organisation, "");
  }
}
