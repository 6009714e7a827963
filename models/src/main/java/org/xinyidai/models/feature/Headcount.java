package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.MissingReason.DENOMINATOR_ZERO;
import static org.xinyidai.models.feature.MissingReason.HISTORY_TOO_SHORT;

import java.util.function.ToLongFunction;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.SourceRecord;

/**
 * Persons per month (参保或缴存人数). A month without a report has the number of the report before it, for
 * offices send late; after {@link Observation#REPORT_MONTHS} months nothing is known any more.
 */
final class Headcount {
  private final MonthlySeries persons;
  private final MonthlySeries reports;

  private Headcount(Observation observation) {
    persons = new MonthlySeries(observation.lastMonth());
    reports = new MonthlySeries(observation.lastMonth());
  }

  /** The persons that the records of a feed tell, one record a month. */
  static <R extends SourceRecord> Headcount of(
      Observation observation, Feed<R> feed, ToLongFunction<R> persons) {
    Headcount headcount = new Headcount(observation);
    for (R report : observation.seen(feed)) {
      headcount.persons.add(report.day(), persons.applyAsLong(report));
      headcount.reports.add(report.day(), 1);
    }
    return headcount;
  }

  /** The persons some months before the newest month. */
  FeatureValue at(int month) {
    for (int i = month; i <= month + Observation.REPORT_MONTHS; i++) {
      if (reports.month(i) > 0) {
        return FeatureValue.of(persons.month(i));
      }
    }
    return FeatureValue.missing(HISTORY_TOO_SHORT);
  }

  /** How many persons more than some months before. */
  FeatureValue change(int months) {
    double change = at(0).value() - at(months).value();
    return Double.isNaN(change) ? FeatureValue.missing(HISTORY_TOO_SHORT) : FeatureValue.of(change);
  }

  /** Relative change against some months before. */
  FeatureValue growth(int months) {
    double before = at(months).value();
    if (before == 0) {
      return FeatureValue.missing(DENOMINATOR_ZERO);
    }
    FeatureValue change = change(months);
    return change.missing() == MissingReason.NONE
        ? FeatureValue.of(change.value() / before)
        : change;
  }

  /** Robust slope over the newest months in persons per year. */
  FeatureValue trend(int months) {
    double[] values = new double[months];
    for (int i = 0; i < months; i++) {
      values[i] = at(months - 1 - i).value();
      if (Double.isNaN(values[i])) {
        return FeatureValue.missing(HISTORY_TOO_SHORT);
      }
    }
    return FeatureValue.of(Trend.slope(values));
  }
}
