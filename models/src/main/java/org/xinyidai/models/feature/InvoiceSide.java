package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.FeatureValue.ratio;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.VatInvoice;

/**
 * The invoices of one side (销项或进项发票), gathered in one pass: sums per month, and per counterparty.
 * Void invoices count in void rates alone; red invoices (红字发票, below zero) reduce the sums.
 */
final class InvoiceSide {
  final MonthlySeries amount;
  final MonthlySeries valid;
  private final MonthlySeries voided;
  private final MonthlySeries voidedAmount;
  private final MonthlySeries red;
  private final MonthlySeries redAmount;
  private final MonthlySeries positiveAmount;
  private final YearMonth newest;
  private final Map<String, Counterparty> counterparties = new HashMap<>();
  private final Map<Integer, Concentration> spreads = new HashMap<>();

  private InvoiceSide(YearMonth newest) {
    this.newest = newest;
    amount = new MonthlySeries(newest);
    valid = new MonthlySeries(newest);
    voided = new MonthlySeries(newest);
    voidedAmount = new MonthlySeries(newest);
    red = new MonthlySeries(newest);
    redAmount = new MonthlySeries(newest);
    positiveAmount = new MonthlySeries(newest);
  }

  /** Of all invoices of a feed that the observation sees in months that have ended. */
  static InvoiceSide of(Observation observation, Feed<VatInvoice> feed) {
    InvoiceSide side = new InvoiceSide(observation.lastMonth());
    for (VatInvoice invoice : observation.seen(feed)) {
      side.add(invoice);
    }
    return side;
  }

  private void add(VatInvoice invoice) {
    boolean counts = !invoice.isVoid();
    long fen = invoice.amountFen();
    valid.add(invoice.day(), counts ? 1 : 0);
    voided.add(invoice.day(), counts ? 0 : 1);
    amount.add(invoice.day(), counts ? fen : 0);
    if (!counts) {
      voidedAmount.add(invoice.day(), Math.abs(fen));
      return;
    }
    if (fen < 0) {
      red.add(invoice.day(), 1);
      redAmount.add(invoice.day(), -fen);
    } else {
      positiveAmount.add(invoice.day(), fen);
    }
    counterparties
        .computeIfAbsent(invoice.counterparty(), key -> new Counterparty(newest))
        .add(invoice);
  }

  /** Void invoices among all that were written. */
  FeatureValue voidRate(int months) {
    long voids = voided.sum(months);
    return ratio(voids, voids + valid.sum(months));
  }

  /** The amount of void invoices in that of all invoices above zero. */
  FeatureValue voidAmountRate(int months) {
    long voids = voidedAmount.sum(months);
    return ratio(voids, voids + positiveAmount.sum(months));
  }

  /** Red invoices among the valid ones. */
  FeatureValue redRate(int months) {
    return ratio(red.sum(months), valid.sum(months));
  }

  /** The amount of red invoices against that of the valid ones above zero. */
  FeatureValue redAmountRate(int months) {
    return ratio(redAmount.sum(months), positiveAmount.sum(months));
  }

  /** How many counterparties hold a share in the sum of 12 or 24 months. */
  FeatureValue parties(int months) {
    return amount.reach() == 0
        ? FeatureValue.missing(MissingReason.HISTORY_TOO_SHORT)
        : FeatureValue.of(spread(months).count());
  }

  /** How the sum of 12 or 24 months is spread over counterparties. */
  Concentration spread(int months) {
    return spreads.computeIfAbsent(
        months,
        key ->
            new Concentration(
                counterparties.values().stream().mapToLong(party -> party.sum(key)).toArray()));
  }

  /** The counterparties with a share that came back in another month, among all with a share. */
  FeatureValue repeatShare() {
    long sharing = 0;
    long repeating = 0;
    for (Counterparty counterparty : counterparties.values()) {
      if (counterparty.sum(12) > 0) {
        sharing++;
        repeating += counterparty.activeMonths() > 1 ? 1 : 0;
      }
    }
    return ratio(repeating, sharing);
  }

  /** The share of a year's sum that is with counterparties known before that year. */
  FeatureValue knownShare() {
    if (amount.reach() <= 12) {
      return FeatureValue.missing(MissingReason.HISTORY_TOO_SHORT);
    }
    long known = 0;
    long all = 0;
    for (Counterparty counterparty : counterparties.values()) {
      long sum = Math.max(0, counterparty.sum(12));
      all += sum;
      known += counterparty.knownBeforeYear() ? sum : 0;
    }
    return ratio(known, all);
  }
}
