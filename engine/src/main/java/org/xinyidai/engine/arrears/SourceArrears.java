package org.xinyidai.engine.arrears;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.ledger.Tally;
import org.xinyidai.engine.quality.OwedReports;
import org.xinyidai.engine.quality.OwedReports.Owed;

/** In what sources are behind in a month (数源单位落后事项). */
final class SourceArrears {
  private static final int DUE_DAY = 4;
  private static final long PER_CENT = 100;

  /** C9: at least 99 of 100 rows conform. */
  private static final long CONFORMING_PER_CENT = 99;

  private final Ledger ledger;

  SourceArrears(Ledger ledger) {
    this.ledger = ledger;
  }

  private record Reporter(String source, String feed) implements Comparable<Reporter> {
    @Override
    public int compareTo(Reporter other) {
      return (source + '\0' + feed).compareTo(other.source + '\0' + other.feed);
    }
  }

  /** Those of the month of receipt that a day lies in. */
  List<Matter> on(LocalDate today) {
    YearMonth month = YearMonth.from(today);
    List<Matter> matters = new ArrayList<>();
    for (Owed owed : OwedReports.of(ledger, month, today)) {
      if (owed.state() != OwedReports.State.PENDING) {
        matters.add(owed(owed, month));
      }
    }
    Map<Reporter, Tally> sums = new TreeMap<>();
    ledger
        .month(month)
        .forEach(
            (cell, tally) ->
                sums.merge(new Reporter(cell.source(), cell.feed()), tally, Tally::plus));
    sums.forEach((reporter, tally) -> rates(matters, reporter, tally, month));
    return matters;
  }

  private static Matter owed(Owed owed, YearMonth month) {
    boolean missing = owed.state() == OwedReports.State.MISSING;
    return new Matter(
        owed.source(),
        missing ? ArrearsRule.SOURCE_MISSING : ArrearsRule.SOURCE_LATE,
        month + " " + owed.feed(),
        month.atDay(DUE_DAY + 1),
        "%s %s%s，上次报送 %s".formatted(month, owed.feed(), owed.state().titleZh(), owed.last()));
  }

  private static void rates(List<Matter> matters, Reporter reporter, Tally tally, YearMonth month) {
    String subject = month + " " + reporter.feed();
    long conforming = tally.accepted() + tally.repeated();
    if (conforming * PER_CENT < tally.received() * CONFORMING_PER_CENT) {
      matters.add(
          new Matter(
              reporter.source(),
              ArrearsRule.SOURCE_CONFORMING_LOW,
              subject,
              month.atDay(1),
              "%s 报送%d条，合规%d条".formatted(subject, tally.received(), conforming)));
    }
    if (tally.inTime() < conforming) {
      matters.add(
          new Matter(
              reporter.source(),
              ArrearsRule.SOURCE_TIMELY_LOW,
              subject,
              month.atDay(1),
              "%s 合规%d条，及时%d条".formatted(subject, conforming, tally.inTime())));
    }
  }
}
