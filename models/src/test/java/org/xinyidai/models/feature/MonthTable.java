package org.xinyidai.models.feature;

import static org.xinyidai.models.feature.MissingReason.DENOMINATOR_ZERO;
import static org.xinyidai.models.feature.MissingReason.HISTORY_TOO_SHORT;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Amounts by month, and what is asked of them, written out for the eye and not for speed. */
final class MonthTable {
  private final YearMonth last;
  private final TreeMap<YearMonth, BigDecimal> months = new TreeMap<>();

  MonthTable(YearMonth last) {
    this.last = last;
  }

  void add(LocalDate day, long amount) {
    YearMonth month = YearMonth.from(day);
    if (!month.isAfter(last)) {
      months.merge(month, BigDecimal.valueOf(amount), BigDecimal::add);
    }
  }

  int reach() {
    return months.isEmpty() ? 0 : (int) ChronoUnit.MONTHS.between(months.firstKey(), last) + 1;
  }

  /** The amount of the month that lies so many months before the last. */
  double back(int month) {
    return months.getOrDefault(last.minusMonths(month), BigDecimal.ZERO).doubleValue();
  }

  double total(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> months.getOrDefault(last.minusMonths(i), BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  FeatureValue sum(int n) {
    return needs(1, total(0, n));
  }

  FeatureValue log(int n) {
    return needs(1, Math.log(1 + Math.max(0, total(0, n)) / 100));
  }

  FeatureValue growth(int n) {
    return against(n, n);
  }

  FeatureValue yearGrowth(int n) {
    return against(n, 12);
  }

  private FeatureValue against(int n, int back) {
    if (reach() < n + back) {
      return FeatureValue.missing(HISTORY_TOO_SHORT);
    }
    double before = total(back, back + n);
    return before <= 0
        ? FeatureValue.missing(DENOMINATOR_ZERO)
        : FeatureValue.of((total(0, n) - before) / before);
  }

  FeatureValue share(int part, int whole) {
    if (reach() < whole) {
      return FeatureValue.missing(HISTORY_TOO_SHORT);
    }
    return total(0, whole) <= 0
        ? FeatureValue.missing(DENOMINATOR_ZERO)
        : FeatureValue.of(total(0, part) / total(0, whole));
  }

  FeatureValue variation(int n) {
    if (reach() < n) {
      return FeatureValue.missing(HISTORY_TOO_SHORT);
    }
    if (total(0, n) <= 0) {
      return FeatureValue.missing(DENOMINATOR_ZERO);
    }
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (int i = 0; i < n; i++) {
      BigDecimal x = months.getOrDefault(last.minusMonths(i), BigDecimal.ZERO);
      sum = sum.add(x);
      squares = squares.add(x.multiply(x));
    }
    // n * (sum of squares) - (sum)^2 over n^2 is the variance: exact until the root.
    BigDecimal scaled = squares.multiply(BigDecimal.valueOf(n)).subtract(sum.multiply(sum));
    return FeatureValue.of(
        scaled.sqrt(MathContext.DECIMAL128).divide(sum, MathContext.DECIMAL128).doubleValue());
  }

  FeatureValue trend(int n) {
    if (reach() < n) {
      return FeatureValue.missing(HISTORY_TOO_SHORT);
    }
    List<Double> slopes = new ArrayList<>();
    for (int newer = 0; newer < n; newer++) {
      for (int older = newer + 1; older < n; older++) {
        if (n < 24 || (older - newer) % 12 == 0) {
          double rise = logBack(newer) - logBack(older);
          slopes.add(rise / (older - newer) * 12);
        }
      }
    }
    return FeatureValue.of(middle(slopes));
  }

  private double logBack(int month) {
    return Math.log(1 + Math.max(0, back(month)) / 100);
  }

  static double middle(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    double upper = sorted.get(half);
    return sorted.size() % 2 == 1 ? upper : (sorted.get(half - 1) + upper) / 2;
  }

  FeatureValue active(int n) {
    return needs(1, IntStream.range(0, n).filter(i -> back(i) != 0).count());
  }

  FeatureValue longestGap(int n) {
    int longest = 0;
    for (int from = 0; from < n; from++) {
      for (int to = from + 1; to <= n; to++) {
        if (IntStream.range(from, to).allMatch(i -> back(i) == 0)) {
          longest = Math.max(longest, to - from);
        }
      }
    }
    return needs(n, longest);
  }

  FeatureValue silent() {
    return needs(1, IntStream.range(0, reach()).takeWhile(i -> back(i) == 0).count());
  }

  FeatureValue needs(int reach, long value) {
    return needs(reach, (double) value);
  }

  FeatureValue needs(int reach, double value) {
    return reach() < reach ? FeatureValue.missing(HISTORY_TOO_SHORT) : FeatureValue.of(value);
  }
}
