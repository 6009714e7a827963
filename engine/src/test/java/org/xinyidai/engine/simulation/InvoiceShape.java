package org.xinyidai.engine.simulation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xinyidai.models.record.VatInvoice;

/** Measures one side of invoices the way the real data set was measured. Amounts in yuan. */
final class InvoiceShape {
  private static final int ENOUGH_AMOUNTS = 20;
  private static final int ENOUGH_INVOICES = 50;
  private static final int ENOUGH_A_YEAR = 60;
  private static final int ENOUGH_FOR_RANKS = 100;

  private final Map<String, List<Double>> logAmounts = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> counts = new HashMap<>();
  private final Map<String, Map<String, Integer>> partners = new HashMap<>();
  private long invoices;
  private long voids;
  private long reds;
  private final Map<String, int[]> zeroTax = new HashMap<>();
  private long belowCap;

  void add(VatInvoice invoice) {
    String who = invoice.uscc().value();
    int month = invoice.issuedOn().getYear() * 12 + invoice.issuedOn().getMonthValue() - 1;
    invoices++;
    counts.computeIfAbsent(who, w -> new HashMap<>()).merge(month, 1, Integer::sum);
    if (invoice.isVoid()) {
      voids++;
      return;
    }
    reds += invoice.isRed() ? 1 : 0;
    int[] own = zeroTax.computeIfAbsent(who, w -> new int[2]);
    own[0]++;
    own[1] += invoice.taxFen() == 0 ? 1 : 0;
    belowCap += invoice.amountFen() >= 9_000_000 && invoice.amountFen() <= 10_000_000 ? 1 : 0;
    if (!invoice.isRed()) {
      double log = Math.log(invoice.amountFen() / 100.0);
      logAmounts.computeIfAbsent(who, w -> new ArrayList<>()).add(log);
      partners
          .computeIfAbsent(who, w -> new HashMap<>())
          .merge(invoice.counterparty(), 1, Integer::sum);
    }
  }

  double voidShare() {
    return (double) voids / invoices;
  }

  double redShare() {
    return (double) reds / (invoices - voids);
  }

  /** On average over enterprises, for a few large ones outweigh the rest. */
  double zeroTaxShare() {
    return mean(
        zeroTax.values().stream()
            .filter(own -> own[0] >= ENOUGH_INVOICES)
            .map(own -> (double) own[1] / own[0])
            .toList());
  }

  /** Valid invoices between 90% and all of the usual cap of 100,000 yuan, among all invoices. */
  double shareBelowCap() {
    return (double) belowCap / invoices;
  }

  /** February against the mean month, on average over enterprises with enough in the year. */
  double february(int year) {
    return mean(
        counts.values().stream()
            .map(months -> yearOf(months, year))
            .filter(months -> IntStream.of(months).sum() >= ENOUGH_A_YEAR)
            .map(months -> 12.0 * months[1] / IntStream.of(months).sum())
            .toList());
  }

  private static int[] yearOf(Map<Integer, Integer> months, int year) {
    return IntStream.range(0, 12).map(m -> months.getOrDefault(year * 12 + m, 0)).toArray();
  }

  double amountLog() {
    return mean(amountMeans());
  }

  double amountLogBetween() {
    return deviation(amountMeans());
  }

  /** The median over enterprises of the deviation of log amounts. */
  double amountLogWithin() {
    return median(
        logAmounts.values().stream()
            .filter(logs -> logs.size() >= ENOUGH_AMOUNTS)
            .map(InvoiceShape::deviation)
            .toList());
  }

  double countLog() {
    return mean(countMeans());
  }

  double countLogBetween() {
    return deviation(countMeans());
  }

  /** The median over enterprises of the deviation of log counts over active months. */
  double countLogWithin() {
    return median(
        counts.values().stream()
            .filter(months -> months.size() > 6)
            .map(months -> deviation(logs(months.values())))
            .toList());
  }

  /** Active months over all months between the first and the last. */
  double activeShare() {
    return mean(
        counts.values().stream()
            .map(
                months -> {
                  int first = months.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
                  int last = months.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
                  return (double) months.size() / (last - first + 1);
                })
            .toList());
  }

  /** Enterprises whose last invoice is three months old or older at the end of a month. */
  double silentShare(YearMonth end) {
    int latest = end.getYear() * 12 + end.getMonthValue() - 1;
    long silent =
        counts.values().stream()
            .filter(months -> months.keySet().stream().allMatch(month -> month <= latest - 3))
            .count();
    return (double) silent / counts.size();
  }

  /** The mean exponent of invoices by rank of partner, over the upper half of the ranks. */
  double zipfExponent() {
    List<Double> exponents = new ArrayList<>();
    for (Map<String, Integer> own : partners.values()) {
      int all = own.values().stream().mapToInt(Integer::intValue).sum();
      if (all >= ENOUGH_FOR_RANKS && own.size() >= 10) {
        exponents.add(exponent(own.values()));
      }
    }
    return mean(exponents);
  }

  private static double exponent(Collection<Integer> counts) {
    List<Double> logs = logs(counts.stream().sorted(Comparator.reverseOrder()).toList());
    List<Double> upper = logs.subList(0, Math.max(10, logs.size() / 2));
    double meanRank = 0;
    for (int i = 0; i < upper.size(); i++) {
      meanRank += Math.log(i + 1) / upper.size();
    }
    double meanLog = mean(upper);
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < upper.size(); i++) {
      double rank = Math.log(i + 1) - meanRank;
      covariance += rank * (upper.get(i) - meanLog);
      variance += rank * rank;
    }
    return -covariance / variance;
  }

  private List<Double> amountMeans() {
    return logAmounts.values().stream()
        .filter(logs -> logs.size() >= ENOUGH_AMOUNTS)
        .map(InvoiceShape::mean)
        .toList();
  }

  private List<Double> countMeans() {
    return counts.values().stream().map(months -> mean(logs(months.values()))).toList();
  }

  private static List<Double> logs(Collection<Integer> counts) {
    return counts.stream().map(Math::log).toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static double deviation(List<Double> values) {
    double mean = mean(values);
    return Math.sqrt(mean(values.stream().map(value -> (value - mean) * (value - mean)).toList()));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
