package org.xinyidai.connectors.product;

import java.util.List;
import org.xinyidai.models.policy.PolicyTool;
import org.xinyidai.models.product.Problem;

/**
 * What came of reading policy tools (政策工具读取结果).
 *
 * @param tools those that could be read
 * @param problems empty when all of it is sound
 */
public record PolicyReading(List<PolicyTool> tools, List<Problem> problems) {
  public PolicyReading {
    tools = List.copyOf(tools);
    problems = List.copyOf(problems);
  }

  public boolean sound() {
    return problems.isEmpty();
  }
}
