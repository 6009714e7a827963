package org.xinyidai.engine.lending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.xinyidai.models.financing.application.ApplicationState;

/**
 * How many applications stand where (融资漏斗): by lender, district and state.
 *
 * @param overdue of those counted, how many a lender has let pass its time
 */
public record Funnel(long total, long overdue, List<Line> lines) {
  public Funnel {
    lines = List.copyOf(lines);
  }

  /** One cell; order: lender, district, state. */
  public record Line(String lender, String district, ApplicationState state, long count)
      implements Comparable<Line> {
    @Override
    public int compareTo(Line other) {
      int byLender = lender.compareTo(other.lender);
      int byDistrict = byLender != 0 ? byLender : district.compareTo(other.district);
      return byDistrict != 0 ? byDistrict : state.compareTo(other.state);
    }
  }

  /** Counts those that pass a filter. */
  static Funnel of(Applications applications, Predicate<ApplicationMark> filter, LocalDate today) {
    Map<Line, Long> counts = new TreeMap<>();
    long[] overdue = new long[1];
    applications.forEach(
        mark -> {
          if (filter.test(mark)) {
            counts.merge(new Line(mark.lender(), mark.district(), mark.state(), 0), 1L, Long::sum);
            overdue[0] += mark.overdue(today) ? 1 : 0;
          }
        });
    List<Line> lines = new ArrayList<>();
    counts.forEach(
        (cell, count) -> lines.add(new Line(cell.lender, cell.district, cell.state, count)));
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    return new Funnel(total, overdue[0], lines);
  }

  /** How many stand in a state, over all lenders and districts. */
  public long in(ApplicationState state) {
    return lines.stream().filter(line -> line.state == state).mapToLong(Line::count).sum();
  }
}
