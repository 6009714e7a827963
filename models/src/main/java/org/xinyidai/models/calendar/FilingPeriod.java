package org.xinyidai.models.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period that is reported (报送期): a month, a quarter or a year, by its first month. Written {@code
 * 2026-10}, {@code 2026-Q4}, {@code 2026}. Requirements C6, G3, G4.
 */
public record FilingPeriod(Kind kind, YearMonth first) implements Comparable<FilingPeriod> {
  private static final Pattern CODE =
      Pattern.compile("((?:19|20)\\d\\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?");
  private static final int QUARTER = 3;

  /** How long it is. */
  public enum Kind {
    MONTH("month", "月报", 1),
    QUARTER("quarter", "季报", 3),
    YEAR("year", "年报", 12);

    private final String code;
    private final String titleZh;
    private final int months;

    Kind(String code, String titleZh, int months) {
      this.code = code;
      this.titleZh = titleZh;
      this.months = months;
    }

    /** The stable name in files and answers. */
    public String code() {
      return code;
    }

    public String titleZh() {
      return titleZh;
    }

    public int months() {
      return months;
    }

    public static Optional<Kind> ofCode(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
  }

  public FilingPeriod {
    if ((first.getMonthValue() - 1) % kind.months != 0) {
      throw new IllegalArgumentException("no " + kind + " begins in " + first);
    }
  }

  /** The period of a kind in which a day lies. */
  public static FilingPeriod of(Kind kind, LocalDate day) {
    int month = (day.getMonthValue() - 1) / kind.months * kind.months + 1;
    return new FilingPeriod(kind, YearMonth.of(day.getYear(), month));
  }

  /** Reads {@code 2026-10}, {@code 2026-Q4} or {@code 2026}; empty for anything else. */
  public static Optional<FilingPeriod> parse(String text) {
    Matcher code = CODE.matcher(text);
    if (!code.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(code.group(1));
    if (code.group(2) != null) {
      return month(Kind.MONTH, year, Integer.parseInt(code.group(2)));
    }
    if (code.group(3) != null) {
      return month(Kind.QUARTER, year, (Integer.parseInt(code.group(3)) - 1) * QUARTER + 1);
    }
    return month(Kind.YEAR, year, 1);
  }

  private static Optional<FilingPeriod> month(Kind kind, int year, int month) {
    return Optional.of(new FilingPeriod(kind, YearMonth.of(year, month)));
  }

  public LocalDate firstDay() {
    return first.atDay(1);
  }

  public LocalDate lastDay() {
    return first.plusMonths(kind.months - 1L).atEndOfMonth();
  }

  public FilingPeriod next() {
    return new FilingPeriod(kind, first.plusMonths(kind.months));
  }

  /**
   * The last day in time: the 4th after the period (C6). No source names a day for quarters and
   * years; they are taken to be due with the month that ends them.
   */
  public Deadline due(WorkingCalendar calendar) {
    return Term.MONTHLY_REPORT.deadline(lastDay(), calendar);
  }

  /** The stable code. */
  public String code() {
    return switch (kind) {
      case MONTH -> first.toString();
      case QUARTER -> first.getYear() + "-Q" + ((first.getMonthValue() - 1) / QUARTER + 1);
      case YEAR -> Integer.toString(first.getYear());
    };
  }

  /** In a clerk's words: {@code 2026年10月}. */
  public String titleZh() {
    return switch (kind) {
      case MONTH -> "%d年%d月".formatted(first.getYear(), first.getMonthValue());
      case QUARTER ->
          "%d年第%d季度".formatted(first.getYear(), (first.getMonthValue() - 1) / QUARTER + 1);
      case YEAR -> first.getYear() + "年度";
    };
  }

  @Override
  public int compareTo(FilingPeriod other) {
    int byEnd = lastDay().compareTo(other.lastDay());
    return byEnd != 0 ? byEnd : kind.compareTo(other.kind);
  }

  @Override
  public String toString() {
    return code();
  }
}
