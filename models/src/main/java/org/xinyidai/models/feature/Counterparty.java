package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.time.YearMonth;
import org.xinyidai.models.record.VatInvoice;

/** A customer or a supplier (交易对手) as its valid invoices show it, over the newest two years. */
final class Counterparty {
  private static final int YEAR = 12;

  private final int newest;
  private long newestYear;
  private long yearBefore;
  private int activeMonths;
  private boolean knownBeforeYear;

  Counterparty(YearMonth newest) {
    this.newest = index(newest.getYear(), newest.getMonthValue());
  }

  void add(VatInvoice invoice) {
    LocalDate day = invoice.day();
    int month = newest - index(day.getYear(), day.getMonthValue());
    if (month >= YEAR) {
      knownBeforeYear = true;
      yearBefore += month < 2 * YEAR ? invoice.amountFen() : 0;
    } else if (month >= 0) {
      newestYear += invoice.amountFen();
      activeMonths |= 1 << month;
    }
  }

  /** The sum of the newest 12 or 24 months in fen. */
  long sum(int months) {
    return switch (months) {
      case YEAR -> newestYear;
      case 2 * YEAR -> newestYear + yearBefore;
      default -> throw new IllegalArgumentException("12 or 24 months, not " + months);
    };
  }

  /** In how many of the newest 12 months there was an invoice. */
  int activeMonths() {
    return Integer.bitCount(activeMonths);
  }

  /** Whether there was an invoice before the newest 12 months. */
  boolean knownBeforeYear() {
    return knownBeforeYear;
  }

  private static int index(int year, int month) {
    return year * 12 + month;
  }
}
