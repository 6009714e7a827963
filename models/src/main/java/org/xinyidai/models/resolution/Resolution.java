package org.xinyidai.models.resolution;

import java.util.List;

/** What becomes of a claim (归集结论). The candidates come best first. */
public sealed interface Resolution {
  /** Sure enough to file without a person (自动归集). */
  record Filed(Candidate candidate) implements Resolution {}

  /** Someone must look (人工研判). */
  record Queued(List<Candidate> candidates) implements Resolution {
    public Queued {
      candidates = List.copyOf(candidates);
    }
  }

  /** Nothing speaks for any candidate well enough (暂不归集). */
  record Unresolved() implements Resolution {}
}
