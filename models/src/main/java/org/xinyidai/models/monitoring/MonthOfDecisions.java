package org.xinyidai.models.monitoring;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All decisions of one month together (月度审批汇总). */
public record MonthOfDecisions(YearMonth month, long decided, long declined, long overridden) {

  /** Sums cells by month, the oldest first. */
  public static List<MonthOfDecisions> of(List<DecisionCell> cells) {
    SortedMap<YearMonth, long[]> sums = new TreeMap<>();
    for (DecisionCell cell : cells) {
      long[] sum = sums.computeIfAbsent(cell.month(), fresh -> new long[3]);
      sum[0] += cell.decided();
      sum[1] += cell.declined();
      sum[2] += cell.overridden();
    }
    List<MonthOfDecisions> months = new ArrayList<>();
    sums.forEach((month, sum) -> months.add(new MonthOfDecisions(month, sum[0], sum[1], sum[2])));
    return months;
  }

  /** The share of decisions against the loan. */
  public double declineRate() {
    return (double) declined / decided;
  }

  /** The share of decisions against the score. */
  public double overrideRate() {
    return (double) overridden / decided;
  }
}
