package org.xinyidai.engine.demo;

import java.util.function.LongConsumer;

/** Where a demonstration tells what it does: a terminal, or nowhere. */
public interface Show {
  /** A line of the summary. */
  void say(String line);

  /** Something went wrong that the demonstration can live with. */
  void warn(String line);

  /**
   * Shows how far a task comes while it runs.
   *
   * @param total steps, or -1 where the end is not known before it comes
   * @param work told where to report the steps done so far
   */
  void during(String task, long total, Work work);

  /** A task that reports the steps done so far, from 0 up to its total. */
  @FunctionalInterface
  interface Work {
    void run(LongConsumer done);
  }
}
