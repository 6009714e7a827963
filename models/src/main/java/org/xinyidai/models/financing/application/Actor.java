package org.xinyidai.models.financing.application;

/**
 * Who takes a step (操作方).
 *
 * @param organisation for which it acts: the code of an enterprise, the name of a lender
 */
public record Actor(Party party, String organisation) {
  /** The platform by its own clock. */
  public static final Actor PLATFORM = new Actor(Party.PLATFORM, "xinyidai");
}
