package org.xinyidai.connectors.feedback;

import java.util.List;

/** What the check of a line says (合规检查结论). */
public sealed interface Checked {
  /** The line may be sent, and is kept by a node. */
  record Conforming(FinancingResult result) implements Checked {}

  /**
   * The line would be refused.
   *
   * @param id as the line says it; empty where it says none that can be one
   * @param faults every one that can be told, at least one
   */
  record Failing(String id, List<ResultFault> faults) implements Checked {
    public Failing {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("a line fails for a reason");
      }
    }
  }
}
