package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.xinyidai.models.feature.Observation.Days;
import org.xinyidai.models.record.TaxPayment;
import org.xinyidai.models.record.TaxType;

/** What tax payments (税款缴纳) come to: money in the month it was paid, arrears on their due day. */
final class TaxPayments {
  /** All taxes. */
  static final Digest<MonthlySeries> PAID = paid(type -> true);

  /** Value-added tax and the income tax of enterprises, which lenders ask for. */
  static final Digest<MonthlySeries> MAIN_PAID =
      paid(type -> type == TaxType.VAT || type == TaxType.CIT);

  private TaxPayments() {}

  private static Digest<MonthlySeries> paid(Predicate<TaxType> types) {
    return Digest.by(
        observation -> {
          MonthlySeries series = new MonthlySeries(observation.lastMonth());
          for (TaxPayment payment : observation.seen(TaxPayment.FEED)) {
            if (types.test(payment.taxType())) {
              // The due month is known even where nothing was paid in it.
              series.add(payment.dueOn(), 0);
              LocalDate paidOn = payment.paidOn();
              if (paidOn != null && observation.sees(paidOn)) {
                series.add(paidOn, payment.paidFen());
              }
            }
          }
          return series;
        });
  }

  /** Whole months since money was last paid. */
  static FeatureValue monthsSincePaid(Observation observation) {
    LocalDate newest = LocalDate.MIN;
    for (TaxPayment payment : observation.seen(TaxPayment.FEED)) {
      LocalDate paidOn = payment.paidOn();
      if (paidOn != null
          && observation.sees(paidOn)
          && payment.paidFen() > 0
          && paidOn.isAfter(newest)) {
        newest = paidOn;
      }
    }
    return newest.equals(LocalDate.MIN)
        ? FeatureValue.missing(MissingReason.HISTORY_TOO_SHORT)
        : FeatureValue.of(ChronoUnit.MONTHS.between(newest, observation.asOf()));
  }

  /** Payments due in the window that were made late or are still owed. */
  static FeatureValue overdue(Observation observation, int months) {
    Days days = observation.days(months);
    long count = 0;
    for (TaxPayment payment : observation.seen(TaxPayment.FEED)) {
      count += days.holdMissed(payment.dueOn()) && isOverdue(payment) ? 1 : 0;
    }
    return FeatureValue.of(count);
  }

  private static boolean isOverdue(TaxPayment payment) {
    LocalDate paidOn = payment.paidOn();
    return payment.overdueFen() > 0 || (paidOn != null && paidOn.isAfter(payment.dueOn()));
  }

  /** Tax owed of what fell due in the window, in fen. */
  static FeatureValue owed(Observation observation, int months) {
    Days days = observation.days(months);
    long owed = 0;
    for (TaxPayment payment : observation.seen(TaxPayment.FEED)) {
      owed += days.holdMissed(payment.dueOn()) ? payment.overdueFen() : 0;
    }
    return FeatureValue.of(owed);
  }
}
