package org.xinyidai.engine.http.api;

import java.util.List;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.models.product.Problem;

/** Turns what the rules say of a body into one refusal: the first problem, and how many follow. */
final class BodyProblems {
  private static final String ROOT = "$.";

  private BodyProblems() {}

  /**
   * The refusal.
   *
   * @param problems at least one
   */
  static Refusal refusal(List<Problem> problems) {
    Problem first = problems.get(0);
    String field = first.path().startsWith(ROOT) ? first.path().substring(ROOT.length()) : "body";
    int more = problems.size() - 1;
    return Refusal.of(
            ProblemType.INVALID_VALUE,
            "字段 " + field + " 有误：" + first.words().zh() + (more == 0 ? "" : "（另有 " + more + " 处）"),
            field + ": " + first.message() + (more == 0 ? "" : " (and " + more + " more)"))
        .at(field);
  }
}
