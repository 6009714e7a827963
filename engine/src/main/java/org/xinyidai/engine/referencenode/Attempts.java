package org.xinyidai.engine.referencenode;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often each batch came (批次到达次数), so that a plan of failures can be repeated. */
final class Attempts {
  /** Batches that are remembered; one that comes again after so many others begins anew. */
  private static final int MOST = 100_000;

  private final Map<String, Integer> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST;
        }
      };

  /** The number of this attempt, from 1. */
  synchronized int next(String batch) {
    return counts.merge(batch, 1, Integer::sum);
  }
}
