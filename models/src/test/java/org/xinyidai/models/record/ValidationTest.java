package org.xinyidai.models.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.record.Validated.Reason;
import org.xinyidai.models.record.Validated.Rejected;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ValidationTest {
  private static final LocalDate RECEIVED = LocalDate.of(2024, 4, 30);

  static Stream<Feed<?>> feeds() {
    return Feeds.KNOWN.stream();
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void every_feed_accepts_its_sample_and_reads_the_typed_record(Feed<?> feed) {
    Row row = accepted(feed, new SampleFields(feed));
    SourceRecord record = feed.read(row);
    assertEquals(SampleFields.USCC, record.uscc().value());
    assertEquals(feed.epochDay(row), record.day().toEpochDay());
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void every_feed_reads_a_record_without_its_optional_columns(Feed<?> feed) {
    SampleFields fields = new SampleFields(feed);
    for (Column column : feed.columns()) {
      if (!column.required()) {
        fields.with(column.name(), " ");
      }
    }
    assertEquals(SampleFields.USCC, feed.read(accepted(feed, fields)).uscc().value());
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void every_required_column_is_missed(Feed<?> feed) {
    for (Column column : feed.columns()) {
      if (column.required()) {
        SampleFields fields = new SampleFields(feed).with(column.name(), "\u3000 ");
        assertEquals(
            new Rejected<>(Reason.FIELD_MISSING, column.name()), feed.validate(fields, RECEIVED));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vat_output, invoiceNumber, '', FIELD_MISSING",
    "vat_output, uscc, 91350100M000100Y4Z, USCC_MALFORMED",
    "vat_output, uscc, 91350100M000100Y, USCC_MALFORMED",
    "vat_output, amountYuan, 12x, VALUE_UNREADABLE",
    "vat_output, issuedOn, 2024-02-30, VALUE_UNREADABLE",
    "vat_output, invoiceNumber, =1+1, FORMULA",
    "vat_output, invoiceNumber, '\t＝SUM(A1)', FORMULA",
    "vat_output, invoiceNumber, '@SUM(1,2)', FORMULA",
    "vat_output, invoiceNumber, '-2+3', FORMULA",
    "vat_output, invoiceNumber, '+cmd|'' /C calc''!A0', FORMULA",
    "vat_output, status, 挂失, CODE_UNKNOWN",
    "market_registration, industryCode, 99, CODE_UNKNOWN",
    "market_registration, divisionCode, 4311, CODE_UNKNOWN",
    "vat_output, issuedOn, 2024-05-01, PERIOD_IN_FUTURE",
    "electricity, period, 2024-05, PERIOD_IN_FUTURE",
    "tax_payment, paidOn, 2024-05-01, PERIOD_IN_FUTURE",
    "vat_output, issuedOn, 1989-12-31, PERIOD_TOO_OLD",
    "electricity, period, 1989-12, PERIOD_TOO_OLD",
    "electricity, arrearsYuan, -0.01, AMOUNT_NEGATIVE",
    "vat_output, totalYuan, 246.91, AMOUNTS_DISAGREE",
    "penalty, repairedOn, 2024-03-04, DATES_DISAGREE",
    "permit, validUntil, 2024-03-04, DATES_DISAGREE",
    "tax_declaration, dueOn, 2024-02-29, DATES_DISAGREE",
    "tax_rating, year, 2025, DATES_DISAGREE",
    "market_registration, recordedOn, 1984-09-30, PERIOD_TOO_OLD",
  })
  void a_fault_in_one_column_has_one_reason(String id, String column, String text, Reason reason) {
    Feed<?> feed = Feeds.byId(id).orElseThrow();
    assertEquals(
        new Rejected<>(reason, column),
        feed.validate(new SampleFields(feed).with(column, text), RECEIVED));
  }

  @Test
  void a_text_longer_than_the_longest_is_refused() {
    Feed<?> feed = Permit.FEED;
    SampleFields fields = new SampleFields(feed).with("name", "许".repeat(Column.MAX_TEXT + 1));
    assertEquals(new Rejected<>(Reason.TEXT_TOO_LONG, "name"), feed.validate(fields, RECEIVED));
    accepted(feed, fields.with("name", "许".repeat(Column.MAX_TEXT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "--", "-无-", "+8613800000000", "-12.5", "a=b", "1+1"})
  void a_text_that_no_spreadsheet_runs_is_kept_as_it_is(String text) {
    Feed<?> feed = VatInvoice.OUTPUT;
    accepted(feed, new SampleFields(feed).with("invoiceNumber", text));
  }

  @Test
  void the_first_of_several_reasons_is_told_wherever_its_column_stands() {
    Feed<?> feed = VatInvoice.OUTPUT;
    List<String[]> faults =
        List.of(
            new String[] {"invoiceNumber", ""},
            new String[] {"uscc", "no code"},
            new String[] {"taxYuan", "?"},
            new String[] {"status", "?"},
            new String[] {"counterparty", "x".repeat(Column.MAX_TEXT + 1)},
            new String[] {"issuedOn", "2030-01-01"},
            new String[] {"totalYuan", "1"});
    Reason last = null;
    for (int from = 0; from < faults.size(); from++) {
      SampleFields fields = new SampleFields(feed);
      faults.subList(from, faults.size()).forEach(fault -> fields.with(fault[0], fault[1]));
      Rejected<?> rejected = assertInstanceOf(Rejected.class, feed.validate(fields, RECEIVED));
      assertEquals(faults.get(from)[0], rejected.field());
      if (last != null) {
        assertEquals(1, Integer.signum(rejected.reason().compareTo(last)));
      }
      last = rejected.reason();
    }
  }

  @Test
  void an_enterprise_is_not_registered_before_it_was_founded() {
    Feed<?> feed = MarketRegistration.FEED;
    SampleFields fields = new SampleFields(feed).with("foundedOn", "2024-03-06");
    assertEquals(
        new Rejected<>(Reason.DATES_DISAGREE, "recordedOn"), feed.validate(fields, RECEIVED));
  }

  @Test
  void days_that_may_lie_ahead_are_accepted() {
    Feed<?> feed = Permit.FEED;
    accepted(feed, new SampleFields(feed).with("validUntil", "9999-12-31"));
  }

  @Test
  void spaces_and_full_width_forms_are_read() {
    Feed<?> feed = VatInvoice.OUTPUT;
    Row plain = accepted(feed, new SampleFields(feed).with("invoiceNumber", "A12"));
    Row wide =
        accepted(
            feed,
            new SampleFields(feed)
                .with("uscc", "\uFEFF９1350100m000100y43\u3000")
                .with("invoiceNumber", " Ａ１２")
                .with("issuedOn", "２０２４－０３－０５")
                .with("amountYuan", "１２３．４５")
                .with("status", " \u3000有效发票"));
    assertEquals(plain, wide);
  }

  @Test
  void reasons_keep_their_order() {
    assertEquals(
        List.of(
            Reason.ROW_UNREADABLE,
            Reason.FIELD_MISSING,
            Reason.USCC_MALFORMED,
            Reason.VALUE_UNREADABLE,
            Reason.FORMULA,
            Reason.CODE_UNKNOWN,
            Reason.TEXT_TOO_LONG,
            Reason.PERIOD_IN_FUTURE,
            Reason.PERIOD_TOO_OLD,
            Reason.AMOUNT_NEGATIVE,
            Reason.AMOUNTS_DISAGREE,
            Reason.DATES_DISAGREE),
        Arrays.stream(Reason.values()).sorted(Comparator.naturalOrder()).toList());
  }

  private static Row accepted(Feed<?> feed, Fields fields) {
    return assertInstanceOf(Accepted.class, feed.validate(fields, RECEIVED)).value()
            instanceof Row row
        ? row
        : null;
  }
}
