package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xinyidai.models.feature.MissingReason.DENOMINATOR_ZERO;
import static org.xinyidai.models.feature.MissingReason.FEED_ABSENT;
import static org.xinyidai.models.feature.MissingReason.HISTORY_TOO_SHORT;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.PenaltyKind;
import org.xinyidai.models.record.PenaltySeverity;

/** The rules of the catalogue, each by one small enterprise and numbers by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeatureRulesTest {

  @Test
  void who_is_registered_and_has_no_penalty_has_none_and_who_is_unknown_is_not_judged() {
    Enterprise registered = new Enterprise().registered("2020-01-01");
    assertValue(0, registered.value("penalties_count_12m", "2024-03-15"));
    Enterprise unknown = new Enterprise().sold("2024-01-10", "A", 100);
    assertMissing(FEED_ABSENT, unknown.value("penalties_count_12m", "2024-03-15"));
  }

  @Test
  void before_its_registration_nothing_is_known_of_an_enterprise() {
    Enterprise registered = new Enterprise().registered("2024-01-01");
    assertMissing(FEED_ABSENT, registered.value("penalties_count_12m", "2023-12-31"));
  }

  @Test
  void a_penalty_counts_without_a_registration_and_until_it_is_repaired() {
    LocalDate decided = LocalDate.parse("2024-01-10");
    LocalDate repaired = LocalDate.parse("2024-03-01");
    Enterprise enterprise =
        new Enterprise()
            .with(
                Penalty.FEED,
                new Penalty(
                    Enterprise.USCC,
                    decided,
                    "罚1号",
                    PenaltyKind.FINE,
                    PenaltySeverity.GENERAL,
                    "食品安全法",
                    100,
                    repaired));
    assertValue(1, enterprise.value("penalties_count_12m", "2024-01-10"));
    assertValue(1, enterprise.value("penalties_count_12m", "2024-02-29"));
    assertValue(0, enterprise.value("penalties_count_12m", "2024-03-01"));
  }

  @Test
  void a_red_invoice_reduces_sales_and_a_void_one_is_counted_in_the_void_rate_alone() {
    Enterprise enterprise =
        new Enterprise()
            .sold("2024-01-10", "A", 1_000)
            .sold("2024-01-12", "A", -400)
            .voided("2024-01-20", "B", 9_000);
    assertValue(600, enterprise.value("sales_invoiced_fen_12m", "2024-02-15"));
    assertValue(2, enterprise.value("sales_invoices_count_12m", "2024-02-15"));
    assertValue(1.0 / 3, enterprise.value("sales_void_ratio_12m", "2024-02-15"));
    assertValue(0.9, enterprise.value("sales_void_amount_ratio_12m", "2024-02-15"));
    assertValue(0.5, enterprise.value("sales_red_ratio_12m", "2024-02-15"));
    assertValue(0.4, enterprise.value("sales_red_amount_ratio_12m", "2024-02-15"));
    assertValue(1, enterprise.value("customers_count_12m", "2024-02-15"));
  }

  @Test
  void the_month_that_runs_does_not_count_until_its_last_day() {
    Enterprise enterprise = new Enterprise().sold("2024-01-10", "A", 5).sold("2024-02-10", "A", 7);
    assertValue(5, enterprise.value("sales_invoiced_fen_12m", "2024-02-28"));
    assertValue(12, enterprise.value("sales_invoiced_fen_12m", "2024-02-29"));
    assertMissing(HISTORY_TOO_SHORT, enterprise.value("sales_invoiced_fen_12m", "2024-01-30"));
    assertMissing(FEED_ABSENT, enterprise.value("sales_invoiced_fen_12m", "2024-01-09"));
  }

  @Test
  void customers_who_came_back_and_customers_of_old() {
    Enterprise enterprise =
        new Enterprise()
            .sold("2022-12-05", "old", 1)
            .sold("2024-01-05", "old", 300)
            .sold("2023-11-05", "new", 300)
            .sold("2023-12-05", "new", 300)
            .sold("2024-01-05", "once", 100);
    assertValue(1.0 / 3, enterprise.value("customers_repeat_ratio_12m", "2024-01-31"));
    assertValue(0.3, enterprise.value("customers_known_ratio_12m", "2024-01-31"));
    assertValue(0.6, enterprise.value("customers_top_ratio_12m", "2024-01-31"));
    assertValue(
        0.36 + 0.09 + 0.01, enterprise.value("customers_herfindahl_ratio_12m", "2024-01-31"));
  }

  @Test
  void a_bill_paid_late_within_its_month_was_late_and_is_not_owed() {
    Enterprise enterprise = new Enterprise().billed("2024-01", 50, "2024-02-25");
    assertValue(0, enterprise.value("electricity_arrears_count_12m", "2024-02-20"));
    assertValue(1, enterprise.value("electricity_arrears_count_12m", "2024-02-21"));
    assertValue(0, enterprise.value("electricity_late_count_12m", "2024-02-24"));
    assertValue(0, enterprise.value("electricity_arrears_count_12m", "2024-02-25"));
    assertValue(1, enterprise.value("electricity_late_count_12m", "2024-02-25"));
  }

  @Test
  void a_bill_still_owed_when_its_month_ended_counts_though_it_was_paid_since() {
    Enterprise enterprise = new Enterprise().billed("2024-01", 50, "2024-03-01");
    assertValue(1, enterprise.value("electricity_arrears_count_12m", "2024-03-01"));
    assertValue(1, enterprise.value("electricity_arrears_count_12m", "2025-02-19"));
    assertValue(0, enterprise.value("electricity_arrears_count_12m", "2025-02-20"));
  }

  @Test
  void electricity_is_paid_in_the_month_of_payment_and_used_in_the_month_of_the_bill() {
    Enterprise enterprise = new Enterprise().billed("2024-01", 50, "2024-02-10");
    assertValue(50, enterprise.value("electricity_usage_kwh_1m", "2024-01-31"));
    // The bill of February is not in yet; a bill stands for two months, then use is at zero.
    assertValue(50, enterprise.value("electricity_usage_kwh_1m", "2024-02-29"));
    assertValue(50, enterprise.value("electricity_usage_kwh_1m", "2024-03-31"));
    assertValue(0, enterprise.value("electricity_usage_kwh_1m", "2024-04-30"));
    assertMissing(HISTORY_TOO_SHORT, enterprise.value("electricity_paid_fen_12m", "2024-01-31"));
    assertValue(50, enterprise.value("electricity_paid_fen_12m", "2024-02-29"));
  }

  @Test
  void a_return_is_missing_from_the_day_after_its_due_day() {
    Enterprise enterprise =
        new Enterprise().declared("2024-01", 100, "2024-02-20").declared("2024-02", 0, null);
    assertValue(0, enterprise.value("tax_missing_returns_count_24m", "2024-02-15"));
    assertValue(1, enterprise.value("tax_missing_returns_count_24m", "2024-02-16"));
    assertValue(0, enterprise.value("tax_missing_returns_count_24m", "2024-02-20"));
    assertValue(1, enterprise.value("tax_missing_returns_count_24m", "2024-03-16"));
    assertValue(1, enterprise.value("tax_late_returns_count_12m", "2024-02-20"));
  }

  @Test
  void a_quarterly_return_meets_the_invoices_of_its_three_months() {
    Enterprise enterprise = new Enterprise();
    for (int month = 1; month <= 12; month++) {
      enterprise.sold("2023-%02d-10".formatted(month), "A", 100);
    }
    enterprise
        .declared("2023-03", 300, "2023-04-10")
        .declared("2023-06", 300, "2023-07-10")
        .declared("2023-09", 240, "2023-10-10")
        .declared("2023-12", 300, "2024-01-10");
    // After the first return: 300 + 240 + 300 declared against nine months of 100.
    assertValue(840.0 / 900, enterprise.value("declared_to_invoiced_ratio_12m", "2024-01-10"));
    // The return of the newest quarter is not due yet, nor are its invoices held against it.
    assertValue(540.0 / 600, enterprise.value("declared_to_invoiced_ratio_12m", "2024-01-09"));
  }

  @Test
  void without_a_sale_there_is_no_ratio_to_sales() {
    Enterprise enterprise =
        new Enterprise().sold("2024-01-05", "A", 100).sold("2024-01-06", "A", -100);
    assertMissing(DENOMINATOR_ZERO, enterprise.value("customers_top_ratio_12m", "2024-01-31"));
    assertMissing(FEED_ABSENT, enterprise.value("gross_margin_ratio_12m", "2024-01-31"));
  }

  @Test
  void age_is_counted_in_whole_months() {
    Enterprise enterprise = new Enterprise().registered("2022-03-15");
    assertValue(23, enterprise.value("age_months", "2024-03-14"));
    assertValue(24, enterprise.value("age_months", "2024-03-15"));
  }

  private static void assertValue(double expected, FeatureValue actual) {
    assertEquals(MissingReason.NONE, actual.missing());
    assertEquals(expected, actual.value(), 1e-12);
  }

  private static void assertMissing(MissingReason expected, FeatureValue actual) {
    assertEquals(expected, actual.missing());
  }
}
