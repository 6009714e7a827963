package org.xinyidai.models.monitoring;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.score.Grade;

/**
 * Decisions of one lender in one month on one grade (审批统计).
 *
 * @param declined decisions against the loan
 * @param overridden decisions against what the score recommends: a grade from the declining one on
 *     that was granted, or a better one that was declined (人工推翻)
 */
public record DecisionCell(
    YearMonth month, String lender, Grade grade, long decided, long declined, long overridden) {

  private static final Comparator<DecisionCell> ORDER =
      Comparator.comparing(DecisionCell::month)
          .thenComparing(DecisionCell::lender)
          .thenComparing(DecisionCell::grade);

  /** What decisions are counted by. */
  private record Place(YearMonth month, String lender, Grade grade) {}

  /**
   * Counts decisions, in order of month, lender and grade.
   *
   * @param declining the best grade that the score recommends to decline
   */
  public static List<DecisionCell> of(List<Judgement> judgements, Grade declining) {
    Map<Place, long[]> counts = new HashMap<>();
    for (Judgement one : judgements) {
      Place place = new Place(YearMonth.from(one.decidedOn()), one.lender(), one.grade());
      long[] count = counts.computeIfAbsent(place, fresh -> new long[3]);
      count[0]++;
      count[1] += one.approved() ? 0 : 1;
      count[2] += one.approved() == isDeclined(one.grade(), declining) ? 1 : 0;
    }
    List<DecisionCell> cells = new ArrayList<>();
    counts.forEach(
        (place, count) ->
            cells.add(
                new DecisionCell(
                    place.month(), place.lender(), place.grade(), count[0], count[1], count[2])));
    cells.sort(ORDER);
    return cells;
  }

  /** Whether the score recommends to decline a grade. */
  public static boolean isDeclined(Grade grade, Grade declining) {
    return grade.compareTo(declining) >= 0;
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
