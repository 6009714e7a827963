package org.xinyidai.models.record;

import java.time.LocalDate;
import java.time.YearMonth;

/** Reads days and months as offices write them; full-width forms are taken. */
final class Dates {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private Dates() {}

  /** The epoch day, or {@link Numbers#UNREADABLE}. */
  static long epochDay(String text) {
    long date = date(text);
    int day = (int) (date % 100);
    int month = (int) (date / 100 % 100);
    int year = (int) (date / 10_000);
    if (date < 0 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return Numbers.UNREADABLE;
    }
    return LocalDate.of(year, month, day).toEpochDay();
  }

  /** The month as year x 12 + month - 1, or {@link Numbers#UNREADABLE}. */
  static long month(String text) {
    long date = date(text);
    int day = (int) (date % 100);
    int month = (int) (date / 100 % 100);
    int year = (int) (date / 10_000);
    if (date < 0 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return Numbers.UNREADABLE;
    }
    return year * 12L + month - 1;
  }

  /** Year, month and day as decimal digits, the day 0 where there is none; -1 if unreadable. */
  private static long date(String text) {
    int end = endOfDate(text);
    int digits = digitsFrom(text, 0, end);
    if (digits == end) {
      return digits == 8
          ? inRange(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8))
          : digits == 6 ? inRange(number(text, 0, 4), number(text, 4, 6), 0) : -1;
    }
    if (digits != 4) {
      return -1;
    }
    char divider = Texts.fold(text.charAt(4));
    int monthEnd = 5 + digitsFrom(text, 5, end);
    if (!isDivider(divider) || monthEnd == 5 || monthEnd > 7) {
      return -1;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, monthEnd);
    if (monthEnd == end || (divider == '年' && isLast(text, monthEnd, end, '月'))) {
      return monthEnd == end && divider == '年' ? -1 : inRange(year, month, 0);
    }
    char second = Texts.fold(text.charAt(monthEnd));
    int dayStart = monthEnd + 1;
    int dayEnd = dayStart + digitsFrom(text, dayStart, end);
    boolean whole =
        divider == '年'
            ? second == '月' && isLast(text, dayEnd, end, '日')
            : second == divider && dayEnd == end;
    return whole && dayEnd > dayStart && dayEnd <= dayStart + 2
        ? dayInRange(year, month, number(text, dayStart, dayEnd))
        : -1;
  }

  /** Where a time of day begins behind the date, or the end; -1 would be a date with rubbish. */
  private static int endOfDate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = Texts.fold(text.charAt(i));
      if ((c == ' ' || c == 'T') && isTime(text, i + 1)) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isTime(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      if ("0123456789:.Z+".indexOf(Texts.fold(text.charAt(i))) < 0) {
        return false;
      }
    }
    return text.indexOf(':', start) > 0;
  }

  private static boolean isDivider(char c) {
    return c == '-' || c == '/' || c == '.' || c == '年';
  }

  private static boolean isLast(String text, int at, int end, char expected) {
    return at == end - 1 && text.charAt(at) == expected;
  }

  private static int digitsFrom(String text, int start, int end) {
    int i = start;
    while (i < end && Texts.fold(text.charAt(i)) >= '0' && Texts.fold(text.charAt(i)) <= '9') {
      i++;
    }
    return i - start;
  }

  private static int number(String text, int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      value = value * 10 + Texts.fold(text.charAt(i)) - '0';
    }
    return value;
  }

  private static long dayInRange(int year, int month, int day) {
    return day == 0 ? -1 : inRange(year, month, day);
  }

  private static long inRange(int year, int month, int day) {
    boolean fits = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
    return fits ? year * 10_000L + month * 100L + day : -1;
  }
}
