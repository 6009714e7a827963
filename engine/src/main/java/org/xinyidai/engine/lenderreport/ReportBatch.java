package org.xinyidai.engine.lenderreport;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.casebook.Entry;
import org.xinyidai.engine.lenderreport.LineAnswer.Result;

/**
 * A batch that was taken in (报送批次).
 *
 * @param counts lines by result; all results are there
 * @param leftOut applications with a loan that a month's file does not name; the first ones
 * @param leftOutCount how many there are in all
 */
public record ReportBatch(
    String id,
    String lender,
    Channel channel,
    @Nullable YearMonth month,
    String by,
    Instant openedAt,
    int lines,
    Map<Result, Integer> counts,
    List<String> ignoredColumns,
    List<String> leftOut,
    int leftOutCount)
    implements Entry {
  public ReportBatch {
    counts = Map.copyOf(counts);
    ignoredColumns = List.copyOf(ignoredColumns);
    leftOut = List.copyOf(leftOut);
  }

  @Override
  public List<String> parties() {
    return List.of(lender);
  }
}
