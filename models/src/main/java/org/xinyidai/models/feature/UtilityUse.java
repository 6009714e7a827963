package org.xinyidai.models.feature;

import java.time.LocalDate;
import org.xinyidai.models.feature.Observation.Days;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.UtilityBill;

/**
 * The bills of one utility (用能缴费) over all accounts of an enterprise: use in the month of the bill
 * up to the newest one reported, money in the month it was paid, arrears on their due day.
 */
final class UtilityUse {
  /** Thousandths of the unit of the feed. */
  final MonthlySeries quantityMilli;

  final MonthlySeries paidFen;

  private UtilityUse(Observation observation, Feed<UtilityBill> feed) {
    quantityMilli = new MonthlySeries(observation.reportedMonth(feed));
    paidFen = new MonthlySeries(observation.lastMonth());
    for (UtilityBill bill : observation.seen(feed)) {
      quantityMilli.add(bill.day(), bill.quantityMilli());
      // The due month is known even where nothing was paid in it.
      paidFen.add(bill.dueOn(), 0);
      LocalDate paidOn = bill.paidOn();
      if (paidOn != null && observation.sees(paidOn)) {
        paidFen.add(paidOn, bill.billedFen());
      }
    }
  }

  static UtilityUse of(Observation observation, Feed<UtilityBill> feed) {
    return new UtilityUse(observation, feed);
  }

  /** The sum of use in the unit of the feed, not in thousandths. */
  FeatureValue quantity(int months) {
    FeatureValue milli = new Flow(quantityMilli).sum(months);
    return milli.missing() == MissingReason.NONE ? FeatureValue.of(milli.value() / 1000) : milli;
  }

  /** Bills that fell due in the window and are, or at the end of their month were, owed. */
  static FeatureValue arrears(Observation observation, Feed<UtilityBill> feed, int months) {
    Days days = observation.days(months);
    long count = 0;
    for (UtilityBill bill : observation.seen(feed)) {
      boolean owed =
          bill.arrearsFen() > 0
              || (bill.billedFen() > 0 && Arrears.isOwed(observation, bill.dueOn(), bill.paidOn()));
      count += owed && days.holdMissed(bill.dueOn()) ? 1 : 0;
    }
    return FeatureValue.of(count);
  }

  /** Bills that fell due in the window and were paid after their due day. */
  static FeatureValue late(Observation observation, Feed<UtilityBill> feed, int months) {
    Days days = observation.days(months);
    long count = 0;
    for (UtilityBill bill : observation.seen(feed)) {
      LocalDate paidOn = bill.paidOn();
      boolean late = paidOn != null && observation.sees(paidOn) && paidOn.isAfter(bill.dueOn());
      count += days.hold(bill.dueOn()) && late ? 1 : 0;
    }
    return FeatureValue.of(count);
  }
}
