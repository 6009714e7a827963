package org.xinyidai.models.dispute;

/** What came of a step in a case (办理结果). A step that cannot be taken is an answer, no exception. */
public sealed interface Outcome<C> {
  /** The case as it stands now. */
  record Taken<C>(C state) implements Outcome<C> {}

  /**
   * The case stands as before.
   *
   * @param reason for the clerk, with what to do
   */
  record Refused<C>(String reason) implements Outcome<C> {}
}
