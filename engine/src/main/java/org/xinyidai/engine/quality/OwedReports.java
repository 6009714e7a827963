package org.xinyidai.engine.quality;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.engine.ledger.Cell;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.ledger.Tally;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.record.Feeds;

/**
 * Reports that a source owed in a month (应报未报与迟报, C6, C23). A source that reported a monthly feed
 * not long ago owes it again each month by the 4th: what did not come is missing, what came wholly
 * behind its deadline is late.
 */
public final class OwedReports {
  /** A source that was silent for longer has left, and a person was told of it three times. */
  private static final int MONTHS_BACK = 3;

  private static final int DUE_DAY = 4;

  private OwedReports() {}

  /** How a report stands. */
  public enum State {
    /** Nothing came, and the day has passed (漏报). */
    MISSING("漏报"),
    /** Nothing came yet, and it is not due (待报). */
    PENDING("待报"),
    /** All that came was behind its deadline (迟报). */
    LATE("迟报");

    private final String titleZh;

    State(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /**
   * A report that is owed or came late.
   *
   * @param last month in which the source reported before
   */
  public record Owed(String feed, String source, State state, YearMonth last) {}

  private record Reporter(String feed, String source) implements Comparable<Reporter> {
    @Override
    public int compareTo(Reporter other) {
      return (feed + '\0' + source).compareTo(other.feed + '\0' + other.source);
    }
  }

  /**
   * Those of a month, by feed and source.
   *
   * @param month in which the reports were to come
   * @param today in China
   */
  public static List<Owed> of(Ledger ledger, YearMonth month, LocalDate today) {
    Map<Reporter, YearMonth> last = new TreeMap<>();
    for (int back = MONTHS_BACK; back > 0; back--) {
      YearMonth before = month.minusMonths(back);
      reporters(ledger, before).keySet().forEach(reporter -> last.put(reporter, before));
    }
    Map<Reporter, Tally> now = reporters(ledger, month);
    boolean passed = today.isAfter(month.atDay(DUE_DAY));
    List<Owed> owed = new ArrayList<>();
    last.forEach(
        (reporter, before) -> {
          if (!now.containsKey(reporter)) {
            State state = passed ? State.MISSING : State.PENDING;
            owed.add(new Owed(reporter.feed(), reporter.source(), state, before));
          }
        });
    now.forEach(
        (reporter, tally) -> {
          if (tally.inTime() == 0 && tally.accepted() + tally.repeated() > 0) {
            YearMonth before = last.getOrDefault(reporter, month);
            owed.add(new Owed(reporter.feed(), reporter.source(), State.LATE, before));
          }
        });
    return owed;
  }

  private static Map<Reporter, Tally> reporters(Ledger ledger, YearMonth month) {
    Map<Reporter, Tally> found = new TreeMap<>();
    for (Map.Entry<Cell, Tally> entry : ledger.month(month).entrySet()) {
      Cell cell = entry.getKey();
      boolean monthly =
          Feeds.byId(cell.feed()).filter(f -> f.frequency() == Frequency.MONTHLY).isPresent();
      if (monthly && entry.getValue().received() > 0) {
        found.merge(new Reporter(cell.feed(), cell.source()), entry.getValue(), Tally::plus);
      }
    }
    return found;
  }
}
