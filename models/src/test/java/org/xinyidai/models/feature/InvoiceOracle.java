package org.xinyidai.models.feature;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.xinyidai.models.feature.FeatureOracle.Rule;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.VatInvoice;

/** Invoice features by plain sums over all invoices of a window. */
record InvoiceOracle(Seen seen, List<VatInvoice> all) {

  static void addTo(Map<String, Rule> rules) {
    add(rules, VatInvoice.OUTPUT, "sales", "customers");
    add(rules, VatInvoice.INPUT, "purchases", "suppliers");
  }

  private static void add(
      Map<String, Rule> rules, Feed<VatInvoice> feed, String flow, String party) {
    rules.put(flow + "_invoiced_fen", by(feed, (o, n) -> o.amounts().sum(n)));
    rules.put(flow + "_invoiced_log", by(feed, (o, n) -> o.amounts().log(n)));
    rules.put(flow + "_growth_ratio", by(feed, (o, n) -> o.amounts().growth(n)));
    rules.put(flow + "_year_growth_ratio", by(feed, (o, n) -> o.amounts().yearGrowth(n)));
    rules.put(flow + "_trend", by(feed, (o, n) -> o.amounts().trend(n)));
    rules.put(flow + "_variation_ratio", by(feed, (o, n) -> o.amounts().variation(n)));
    rules.put(flow + "_newer_half_ratio", by(feed, (o, n) -> o.amounts().share(n / 2, n)));
    rules.put(flow + "_invoices_count", by(feed, (o, n) -> o.counts().sum(n)));
    rules.put(flow + "_active_months", by(feed, (o, n) -> o.counts().active(n)));
    rules.put(flow + "_gap_months", by(feed, (o, n) -> o.counts().longestGap(n)));
    rules.put(flow + "_silent_months", by(feed, (o, n) -> o.counts().silent()));
    rules.put(
        flow + "_history_months", by(feed, (o, n) -> o.counts().needs(1, o.counts().reach())));
    rules.put(flow + "_void_ratio", by(feed, InvoiceOracle::voidShare));
    rules.put(flow + "_void_amount_ratio", by(feed, InvoiceOracle::voidAmountShare));
    rules.put(flow + "_red_ratio", by(feed, InvoiceOracle::redShare));
    rules.put(flow + "_red_amount_ratio", by(feed, InvoiceOracle::redAmountShare));
    rules.put(party + "_count", by(feed, (o, n) -> o.counts().needs(1, o.partySums(n).size())));
    rules.put(party + "_herfindahl_ratio", by(feed, InvoiceOracle::herfindahl));
    rules.put(party + "_top_ratio", by(feed, (o, n) -> o.top(n, 1)));
    rules.put(party + "_top5_ratio", by(feed, (o, n) -> o.top(n, 5)));
    rules.put(party + "_repeat_ratio", by(feed, (o, n) -> o.repeating()));
    rules.put(party + "_known_ratio", by(feed, (o, n) -> o.known()));
  }

  private static Rule by(
      Feed<VatInvoice> feed, BiFunction<InvoiceOracle, Integer, FeatureValue> rule) {
    return (seen, months) ->
        seen.has(feed)
            ? rule.apply(new InvoiceOracle(seen, seen.of(feed)), months)
            : FeatureOracle.absent();
  }

  MonthTable amounts() {
    MonthTable table = new MonthTable(seen.lastMonth());
    all.forEach(
        invoice -> table.add(invoice.issuedOn(), invoice.isVoid() ? 0 : invoice.amountFen()));
    return table;
  }

  private MonthTable counts() {
    MonthTable table = new MonthTable(seen.lastMonth());
    all.forEach(invoice -> table.add(invoice.issuedOn(), invoice.isVoid() ? 0 : 1));
    return table;
  }

  private List<VatInvoice> newest(int months) {
    YearMonth first = seen.lastMonth().minusMonths(months - 1);
    return all.stream()
        .filter(invoice -> !YearMonth.from(invoice.issuedOn()).isAfter(seen.lastMonth()))
        .filter(invoice -> !YearMonth.from(invoice.issuedOn()).isBefore(first))
        .toList();
  }

  private List<VatInvoice> valid(int months) {
    return newest(months).stream().filter(invoice -> !invoice.isVoid()).toList();
  }

  private FeatureValue voidShare(int n) {
    return FeatureOracle.share(
        newest(n).stream().filter(VatInvoice::isVoid).count(), newest(n).size());
  }

  private FeatureValue voidAmountShare(int n) {
    double voids =
        newest(n).stream().filter(VatInvoice::isVoid).mapToLong(v -> Math.abs(v.amountFen())).sum();
    return FeatureOracle.share(voids, voids + positive(n));
  }

  private FeatureValue redShare(int n) {
    return FeatureOracle.share(
        valid(n).stream().filter(VatInvoice::isRed).count(), valid(n).size());
  }

  private FeatureValue redAmountShare(int n) {
    double red =
        -valid(n).stream().filter(VatInvoice::isRed).mapToLong(VatInvoice::amountFen).sum();
    return FeatureOracle.share(red, positive(n));
  }

  private double positive(int n) {
    return valid(n).stream().filter(v -> !v.isRed()).mapToLong(VatInvoice::amountFen).sum();
  }

  /** The sums of the counterparties that hold a share. */
  private Collection<Long> partySums(int n) {
    return sharing(n).values();
  }

  private Map<String, Long> sharing(int n) {
    Map<String, Long> sums =
        valid(n).stream()
            .collect(groupingBy(VatInvoice::counterparty, summingLong(VatInvoice::amountFen)));
    sums.values().removeIf(sum -> sum <= 0);
    return sums;
  }

  private FeatureValue herfindahl(int n) {
    double all = partySums(n).stream().mapToLong(sum -> sum).sum();
    return all == 0
        ? FeatureOracle.noBase()
        : FeatureValue.of(partySums(n).stream().mapToDouble(sum -> sum / all * (sum / all)).sum());
  }

  private FeatureValue top(int n, int largest) {
    double all = partySums(n).stream().mapToLong(sum -> sum).sum();
    double top =
        partySums(n).stream().mapToLong(sum -> -sum).sorted().limit(largest).map(sum -> -sum).sum();
    return FeatureOracle.share(top, all);
  }

  private FeatureValue repeating() {
    Map<String, Long> sums = sharing(12);
    long repeating =
        sums.keySet().stream()
            .filter(
                party ->
                    valid(12).stream()
                            .filter(invoice -> invoice.counterparty().equals(party))
                            .map(invoice -> YearMonth.from(invoice.issuedOn()))
                            .distinct()
                            .count()
                        > 1)
            .count();
    return FeatureOracle.share(repeating, sums.size());
  }

  private FeatureValue known() {
    if (counts().reach() <= 12) {
      return FeatureOracle.tooShort();
    }
    YearMonth first = seen.lastMonth().minusMonths(11);
    Map<String, Long> sums = sharing(12);
    long known =
        sums.entrySet().stream()
            .filter(
                party ->
                    all.stream()
                        .filter(invoice -> !invoice.isVoid())
                        .filter(invoice -> invoice.counterparty().equals(party.getKey()))
                        .anyMatch(invoice -> YearMonth.from(invoice.issuedOn()).isBefore(first)))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return FeatureOracle.share(known, sums.values().stream().mapToLong(sum -> sum).sum());
  }
}
