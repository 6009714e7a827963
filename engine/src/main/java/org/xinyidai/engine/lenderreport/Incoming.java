package org.xinyidai.engine.lenderreport;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.financing.report.ReportField;
import org.xinyidai.models.financing.report.ReportUnits;

/**
 * A batch as it comes in (报送批次内容).
 *
 * @param id under which it is kept; the same for a batch that is sent again after a crash
 * @param month that a file stands for; null for a batch of an API
 * @param by account or person that sent it
 * @param ignoredColumns names of a file that no field answers to
 */
public record Incoming(
    String id,
    String lender,
    Channel channel,
    @Nullable YearMonth month,
    String by,
    List<Line> lines,
    List<String> ignoredColumns) {
  /** A batch of an API: what a lender's system has of an hour; more goes in a file. */
  public static final int MOST_LINES = 200;

  /** A lender's month on one platform; more is split by branches. */
  public static final int MOST_FILE_LINES = 5_000;

  public Incoming {
    lines = List.copyOf(lines);
    ignoredColumns = List.copyOf(ignoredColumns);
  }

  /**
   * A line.
   *
   * @param row of the file, or place in the batch from 1
   * @param fits whether its cells match the header
   */
  public record Line(long row, Map<ReportField, String> texts, boolean fits) {
    public Line {
      texts = Map.copyOf(texts);
    }
  }

  ReportUnits units() {
    return channel == Channel.API ? ReportUnits.FEN_AND_BASIS_POINTS : ReportUnits.YUAN_AND_PERCENT;
  }
}
