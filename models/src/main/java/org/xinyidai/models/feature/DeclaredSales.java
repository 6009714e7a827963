package org.xinyidai.models.feature;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.xinyidai.models.record.TaxDeclaration;

/**
 * Declared sales held against invoiced sales (申报与开票比对) over the same months: those after the oldest
 * return in the window, up to the newest. A return for a quarter then meets the invoices of its
 * three months, and the return that is not due yet is not held against anyone.
 */
final class DeclaredSales {
  /** Fewer months would compare single late invoices. */
  private static final int LEAST_MONTHS = 6;

  private DeclaredSales() {}

  /** Declared over invoiced sales; 1 where they agree. */
  static FeatureValue toInvoiced(Observation observation, int months) {
    YearMonth last = observation.lastMonth();
    int oldest = -1;
    int newest = Integer.MAX_VALUE;
    MonthlySeries declared = new MonthlySeries(last);
    for (TaxDeclaration declaration : observation.seen(TaxDeclaration.FEED)) {
      int month = (int) ChronoUnit.MONTHS.between(declaration.period(), last);
      if (TaxReturns.isVat(declaration)
          && observation.sees(declaration.declaredOn())
          && month >= 0
          && month <= months) {
        declared.add(declaration.day(), declaration.declaredSalesFen());
        oldest = Math.max(oldest, month);
        newest = Math.min(newest, month);
      }
    }
    MonthlySeries invoiced = observation.kept(SalesFeatures.SALES).amount;
    if (oldest - newest < LEAST_MONTHS || invoiced.reach() < oldest) {
      return FeatureValue.missing(MissingReason.HISTORY_TOO_SHORT);
    }
    long sales = invoiced.sum(newest, oldest - newest);
    return sales <= 0
        ? FeatureValue.missing(MissingReason.DENOMINATOR_ZERO)
        : FeatureValue.ratio(declared.sum(newest, oldest - newest), sales);
  }
}
