package org.xinyidai.connectors.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The taxes of each enterprise (纳税记录) as one row. The source repeats one payment under every item
 * (税目) of its tax, social insurance among them, so a payment counts once whatever its item.
 */
final class TaxPayments {
  private static final String ITEM = "TAX_ITEMS";
  private static final String TAX = "TAX_CATEGORIES";
  private static final String AMOUNT = "TAX_AMOUNT";
  private static final Pattern INSURANCE = Pattern.compile("保险|医疗|养老|工伤|失业|生育");

  private TaxPayments() {}

  static Map<String, Map<String, String>> summarise(
      Map<String, List<Map<String, String>>> byId, List<String> notes) {
    Map<String, Map<String, String>> summaries = new LinkedHashMap<>();
    int rows = 0;
    int payments = 0;
    for (Map.Entry<String, List<Map<String, String>>> own : byId.entrySet()) {
      List<Map<String, String>> once = once(own.getValue());
      rows += own.getValue().size();
      payments += once.size();
      Map<String, String> row = summary(once);
      long insurance = own.getValue().stream().filter(TaxPayments::isInsurance).count();
      row.put("tax rows of social insurance", "" + insurance);
      summaries.put(own.getKey(), row);
    }
    notes.add(
        "%d tax rows are %d payments: each stands under several items".formatted(rows, payments));
    return summaries;
  }

  private static boolean isInsurance(Map<String, String> row) {
    return INSURANCE.matcher(row.getOrDefault(ITEM, "")).find();
  }

  private static List<Map<String, String>> once(List<Map<String, String>> rows) {
    Set<Map<String, String>> seen = new HashSet<>();
    List<Map<String, String>> payments = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, String> payment = new LinkedHashMap<>(row);
      payment.remove(ITEM);
      if (seen.add(payment)) {
        payments.add(payment);
      }
    }
    return payments;
  }

  private static Map<String, String> summary(List<Map<String, String>> payments) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("tax payments", "" + payments.size());
    row.put("tax paid", "" + Numbers.sum(Numbers.of(payments, AMOUNT)));
    row.put("tax deducted", "" + Numbers.sum(Numbers.of(payments, "DEDUCTION")));
    TreeSet<String> taxes = new TreeSet<>();
    TreeSet<String> days = new TreeSet<>();
    for (Map<String, String> payment : payments) {
      taxes.add(payment.getOrDefault(TAX, ""));
      days.add(payment.getOrDefault("END_DATE", ""));
    }
    row.put("tax kinds", "" + taxes.size());
    row.put("tax first day", days.first());
    row.put("tax last day", days.last());
    for (String tax : taxes) {
      List<Map<String, String>> own =
          payments.stream().filter(one -> tax.equals(one.getOrDefault(TAX, ""))).toList();
      row.put("tax " + tax, "" + Numbers.sum(Numbers.of(own, AMOUNT)));
    }
    return row;
  }
}
