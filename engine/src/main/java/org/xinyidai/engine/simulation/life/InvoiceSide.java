package org.xinyidai.engine.simulation.life;

import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.VatInvoice;

/**
 * The two sides of invoices (销项与进项) with the shapes that real ones have. Fitted on the 1,099,441
 * real invoices of 425 small enterprises in the data set cumcm2020c (2016-10 to 2020-02);
 * logarithms are natural, amounts in yuan without tax.
 */
public record InvoiceSide(
    Feed<VatInvoice> feed, Counts counts, Amounts amounts, Shares shares, Partners partners) {
  public static final InvoiceSide OUTPUT =
      new InvoiceSide(
          VatInvoice.OUTPUT,
          new Counts(2.62, 1.02, 0.72),
          new Amounts(10.15, 1.60, 1.10, 0.38),
          new Shares(0.085, 0.75, 0.018, 1.0, 0.018),
          new Partners(-0.2, 0.76));

  public static final InvoiceSide INPUT =
      new InvoiceSide(
          VatInvoice.INPUT,
          new Counts(2.52, 1.30, 0.72),
          new Amounts(7.36, 1.37, 2.08, 0.20),
          new Shares(0.043, 0.60, 0.009, 0.8, 0.032),
          new Partners(0.0, 0.82));

  /**
   * Invoices in an active month: mean logarithm, its deviation between enterprises, and between
   * months of one enterprise.
   */
  public record Counts(double mean, double between, double within) {}

  /**
   * Amounts: mean logarithm of an enterprise and its deviation between enterprises; median
   * deviation within an enterprise, and how that varies (deviation of its logarithm).
   */
  public record Amounts(double mean, double between, double within, double withinSpread) {}

  /**
   * Medians over enterprises of the void and red shares with the deviations of their logarithms,
   * and the share of invoices without tax.
   */
  public record Shares(
      double voided, double voidedSpread, double red, double redSpread, double zeroTax) {}

  /**
   * Partners for n invoices, some of whom never appear: exp(intercept) n^power (Heaps). Their ranks
   * have weights by {@link InvoiceFace#RANK_EXPONENT} (Zipf).
   */
  public record Partners(double intercept, double power) {}

  /** Whether the enterprise issued these invoices. */
  public boolean isOutput() {
    return feed.equals(VatInvoice.OUTPUT);
  }
}
