package org.xinyidai.models.feature;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.InvoiceStatus;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.RegistrationChange;
import org.xinyidai.models.record.SourceRecord;
import org.xinyidai.models.record.TaxDeclaration;
import org.xinyidai.models.record.TaxType;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

/** An enterprise in a test, told record by record; asked for a feature on a day. */
final class Enterprise {
  static final Uscc USCC = RandomFacts.USCC;
  private static final Instant KNOWN = Instant.parse("2024-12-31T00:00:00Z");

  private final List<Fact<?>> facts = new ArrayList<>();

  <R extends SourceRecord> Enterprise with(Feed<R> feed, R record) {
    facts.add(new Fact<>(feed, record, "" + facts.size(), 0, KNOWN));
    return this;
  }

  Enterprise registered(String day) {
    LocalDate founded = LocalDate.parse(day);
    return with(
        MarketRegistration.FEED,
        new MarketRegistration(
            USCC,
            founded,
            RegistrationChange.FOUNDED,
            "某公司",
            founded,
            EnterpriseStatus.ACTIVE,
            "3911",
            "430102",
            SubjectType.FIRM,
            null,
            null,
            null,
            null));
  }

  Enterprise sold(String day, String customer, long fen) {
    return invoice(day, customer, fen, InvoiceStatus.VALID);
  }

  Enterprise voided(String day, String customer, long fen) {
    return invoice(day, customer, fen, InvoiceStatus.VOID);
  }

  private Enterprise invoice(String day, String customer, long fen, InvoiceStatus status) {
    String number = "" + facts.size();
    LocalDate issued = LocalDate.parse(day);
    return with(
        VatInvoice.OUTPUT, new VatInvoice(USCC, number, issued, customer, fen, 0, fen, status, ""));
  }

  /** A value-added tax return for a month, declared on a day, or never where that is null. */
  Enterprise declared(String month, long salesFen, String day) {
    YearMonth period = YearMonth.parse(month);
    LocalDate due = period.plusMonths(1).atDay(15);
    LocalDate on = day == null ? null : LocalDate.parse(day);
    return with(
        TaxDeclaration.FEED,
        new TaxDeclaration(USCC, period, TaxType.VAT, salesFen, salesFen / 50, due, on, 0));
  }

  /** An electricity bill of 1 kWh a fen, due on the 20th of the next month. */
  Enterprise billed(String month, long fen, String paidOn) {
    YearMonth period = YearMonth.parse(month);
    LocalDate due = period.plusMonths(1).atDay(20);
    LocalDate on = paidOn == null ? null : LocalDate.parse(paidOn);
    return with(
        UtilityBill.ELECTRICITY, new UtilityBill(USCC, period, "户", fen * 1000, fen, due, on, 0));
  }

  History history() {
    return History.knownAt(KNOWN, USCC, facts);
  }

  FeatureValue value(String feature, String asOf) {
    return FeatureCatalogue.byName()
        .get(feature)
        .compute(new Observation(history(), LocalDate.parse(asOf)));
  }
}
