package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.util.function.BiPredicate;
import org.xinyidai.models.feature.Observation.Days;
import org.xinyidai.models.record.TaxDeclaration;
import org.xinyidai.models.record.TaxType;

/**
 * What tax returns (纳税申报) come to. Sales are those of the value-added tax alone, for other taxes
 * declare the same sales again; zero and missing returns are of that tax as well.
 */
final class TaxReturns {
  /** Declared sales in the month of the return. */
  static final Digest<MonthlySeries> SALES =
      Digest.by(
          observation -> {
            MonthlySeries series = new MonthlySeries(observation.lastMonth());
            for (TaxDeclaration declaration : observation.seen(TaxDeclaration.FEED)) {
              if (isVat(declaration)) {
                add(series, observation, declaration, declaration.declaredSalesFen());
              }
            }
            return series;
          });

  /** Relief of all taxes in the month of the return. */
  static final Digest<MonthlySeries> RELIEF =
      Digest.by(
          observation -> {
            MonthlySeries series = new MonthlySeries(observation.lastMonth());
            for (TaxDeclaration declaration : observation.seen(TaxDeclaration.FEED)) {
              add(series, observation, declaration, declaration.reliefFen());
            }
            return series;
          });

  private TaxReturns() {}

  private static void add(
      MonthlySeries series, Observation observation, TaxDeclaration declaration, long fen) {
    // The due month is known even where nothing was declared in it.
    series.add(declaration.dueOn(), 0);
    LocalDate declaredOn = declaration.declaredOn();
    if (declaredOn != null && observation.sees(declaredOn)) {
      series.add(declaredOn, fen);
    }
  }

  static boolean isVat(TaxDeclaration declaration) {
    return declaration.taxType() == TaxType.VAT;
  }

  /** Zero returns of value-added tax that fell due in the window. */
  static FeatureValue zero(Observation observation, int months) {
    Days days = observation.days(months);
    return count(
        observation,
        (seen, declaration) ->
            days.hold(declaration.dueOn())
                && isVat(declaration)
                && seen.sees(declaration.declaredOn())
                && declaration.isZeroReturn());
  }

  /** Returns of value-added tax that fell due in the window and were not made. */
  static FeatureValue missing(Observation observation, int months) {
    Days days = observation.days(months);
    return count(
        observation,
        (seen, declaration) ->
            days.holdMissed(declaration.dueOn())
                && isVat(declaration)
                && !seen.sees(declaration.declaredOn()));
  }

  /** Returns of any tax that fell due in the window and were made after their due day. */
  static FeatureValue late(Observation observation, int months) {
    Days days = observation.days(months);
    return count(
        observation,
        (seen, declaration) -> {
          LocalDate declaredOn = declaration.declaredOn();
          return days.hold(declaration.dueOn())
              && declaredOn != null
              && seen.sees(declaredOn)
              && declaredOn.isAfter(declaration.dueOn());
        });
  }

  private static FeatureValue count(
      Observation observation, BiPredicate<Observation, TaxDeclaration> counts) {
    long count = 0;
    for (TaxDeclaration declaration : observation.seen(TaxDeclaration.FEED)) {
      count += counts.test(observation, declaration) ? 1 : 0;
    }
    return FeatureValue.of(count);
  }
}
