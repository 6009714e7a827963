package org.xinyidai.engine.lenderreport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.financing.report.Difference;
import org.xinyidai.models.financing.report.LineFault;

/**
 * What came of one line (报送行结果); kept with its batch, so that nothing is lost silently.
 *
 * @param line the lender's number of it; empty where it has none
 * @param application that it was held against; null where there is none
 * @param steps codes of the steps that it took, in order
 */
public record LineAnswer(
    long row,
    String line,
    @Nullable String application,
    Result result,
    List<String> steps,
    List<Difference> differences,
    List<LineFault> faults) {
  /** How a line ended. */
  public enum Result {
    /** It says what the platform knew, though it was not told before. */
    SAME("一致"),
    /** The application was behind and was moved on. */
    MOVED("已补录"),
    /** Differences are left, each a task; what could be moved on was. */
    DIFFERENT("不一致"),
    /** The very same was reported before. */
    REPEATED("重复报送"),
    /** It cannot be read; nothing came of it. */
    REJECTED("退回");

    private final String titleZh;

    Result(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  public LineAnswer {
    steps = List.copyOf(steps);
    differences = List.copyOf(differences);
    faults = List.copyOf(faults);
  }

  static LineAnswer rejected(long row, String line, List<LineFault> faults) {
    return new LineAnswer(row, line, null, Result.REJECTED, List.of(), List.of(), faults);
  }
}
