package org.xinyidai.engine.simulation.life;

import java.time.LocalDate;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

/**
 * An enterprise of the simulated city (模拟主体): what of it does not change from month to month.
 *
 * @param foundedOn from this day on offices may know it
 * @param feeds bit n is set where the feed of number n knows it
 * @param borrower whether it had a loan, so that a default can be told
 */
public record Resident(
    int index,
    Uscc uscc,
    String name,
    SubjectType type,
    Trade trade,
    District district,
    LocalDate foundedOn,
    Means means,
    long feeds,
    boolean borrower,
    Invoicing output,
    Invoicing input) {

  /**
   * What a resident lives on (经营底子).
   *
   * @param size logarithm of its size in deviations from the mean firm
   * @param quality lasting part of its health, in deviations
   * @param generalTaxpayer 一般纳税人: files every month, deducts input tax
   * @param staffLog logarithm of its usual headcount
   * @param burden tax to pay as a share of sales, before relief
   */
  public record Means(
      double size, double quality, boolean generalTaxpayer, double staffLog, double burden) {}

  /** Whether a feed knows this resident at all. */
  public boolean isKnownTo(Feed<?> feed) {
    return ((feeds >> feed.number()) & 1) == 1;
  }

  /** The month of its founding, as {@link CityPlan#month} counts. */
  public int foundedIn() {
    return foundedOn.getYear() * 12 + foundedOn.getMonthValue() - 1;
  }

  Invoicing invoicing(InvoiceSide side) {
    return side.isOutput() ? output : input;
  }
}
