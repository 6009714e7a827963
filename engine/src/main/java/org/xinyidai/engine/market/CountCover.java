package org.xinyidai.engine.market;

import java.util.OptionalLong;

/** How a lender is told a count of enterprises so that it points at none (计数遮盖). */
@FunctionalInterface
public interface CountCover {
  /**
   * About so many; empty where they are too few.
   *
   * @param what is counted, in words that no other count of the same run has
   */
  OptionalLong told(String what, long count);
}
