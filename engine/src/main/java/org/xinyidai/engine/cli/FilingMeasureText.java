package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.xinyidai.engine.resolution.FilingMeasure;
import org.xinyidai.engine.resolution.FilingMeasure.Mistake;

/** How well labelled rows were filed, on a terminal (准确率测定结果). */
final class FilingMeasureText {
  /** Mistakes shown; enough to see of which kind they are. */
  private static final int SHOWN = 50;

  private FilingMeasureText() {}

  static void print(FilingMeasure measure, PrintWriter out) {
    out.printf(
        "标注 labelled %,d rows, %,d of them of enterprises in the register%n",
        measure.claims(), measure.registered());
    out.printf(
        "自动归集 filed %,d = right %,d + wrong %,d; 准确率 precision %.4f, 召回率 recall %.4f%n",
        measure.right() + measure.wrong(),
        measure.right(),
        measure.wrong(),
        measure.precision(),
        measure.recall());
    out.printf(
        "待人工研判 queued %,d, %,d of them with the true one shown; 暂不归集 unresolved %,d%n",
        measure.queued(), measure.shown(), measure.unresolved());
    measure.mistakes().stream().limit(SHOWN).forEach(each -> print(each, out));
  }

  private static void print(Mistake mistake, PrintWriter out) {
    String truth = mistake.claim().truth().map(code -> code.value()).orElse("nobody");
    String evidence =
        mistake.filed().evidence().stream()
            .map(each -> each.kind().titleZh() + each.agreement().titleZh())
            .collect(Collectors.joining("、"));
    out.printf(
        "line %d: %s, not %s: %s%n  %s%n",
        mistake.claim().line(), mistake.filed().uscc(), truth, evidence, mistake.claim().named());
  }
}
