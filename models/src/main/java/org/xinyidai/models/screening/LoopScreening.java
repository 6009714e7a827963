package org.xinyidai.models.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinyidai.models.subject.Uscc;

/**
 * The obvious way to screen (逐行筛选): one row after the other, one condition after the other. It says
 * what is right; {@link ScreeningIndex} says the same sooner.
 */
public final class LoopScreening {
  private final List<Row> rows;

  /**
   * An enterprise.
   *
   * @param values by position of the attribute, NaN where missing; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Row(Uscc uscc, double[] values) {}

  /**
   * Puts the rows in the order of answers.
   *
   * @param order position of the attribute whose greatest values come first, in general the score
   */
  public LoopScreening(List<Row> rows, int order) {
    this.rows = new ArrayList<>(rows);
    this.rows.sort(
        Comparator.comparingDouble((Row row) -> Columns.sortKey(row.values()[order]))
            .thenComparing(Row::uscc));
  }

  /** How many match. */
  public long count(Screen screen) {
    return rows.stream().filter(row -> screen.accepts(position -> row.values()[position])).count();
  }

  /** The first that match. */
  public List<Uscc> top(Screen screen, int most) {
    return rows.stream()
        .filter(row -> screen.accepts(position -> row.values()[position]))
        .limit(most)
        .map(Row::uscc)
        .toList();
  }
}
