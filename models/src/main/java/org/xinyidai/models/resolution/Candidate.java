package org.xinyidai.models.resolution;

import java.util.List;
import org.xinyidai.models.subject.Uscc;

/**
 * An enterprise that a claim may mean (候选主体), with what speaks for and against it.
 *
 * @param confidence the share of belief it holds among all candidates and "none of them", 0 to 1
 */
public record Candidate(Uscc uscc, double confidence, List<Evidence> evidence) {
  public Candidate {
    evidence = List.copyOf(evidence);
  }
}
