package org.xinyidai.models.financing.application;

import org.xinyidai.models.product.Text;

/** What came of a step (办理结果). A step that cannot be taken is an answer, no exception. */
public sealed interface Outcome {
  /** The application as it stands now. */
  record Taken(Application application) implements Outcome {}

  /**
   * The application stands as before.
   *
   * @param words for whoever tried, with the next step
   */
  record Refused(Fault fault, Text words) implements Outcome {}
}
