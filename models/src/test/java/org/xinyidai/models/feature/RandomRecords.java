package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import org.xinyidai.models.record.CaseKind;
import org.xinyidai.models.record.CaseRole;
import org.xinyidai.models.record.CaseStatus;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.EnvironmentalGrade;
import org.xinyidai.models.record.EnvironmentalRating;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.HousingFund;
import org.xinyidai.models.record.Innovation;
import org.xinyidai.models.record.InnovationKind;
import org.xinyidai.models.record.InvoiceStatus;
import org.xinyidai.models.record.JudicialCase;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.ListingAction;
import org.xinyidai.models.record.Logistics;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.PenaltyKind;
import org.xinyidai.models.record.PenaltySeverity;
import org.xinyidai.models.record.PerformanceStatus;
import org.xinyidai.models.record.Permit;
import org.xinyidai.models.record.ProcurementAward;
import org.xinyidai.models.record.RealEstate;
import org.xinyidai.models.record.RegistrationChange;
import org.xinyidai.models.record.SocialSecurity;
import org.xinyidai.models.record.SourceRecord;
import org.xinyidai.models.record.TaxDeclaration;
import org.xinyidai.models.record.TaxGrade;
import org.xinyidai.models.record.TaxPayment;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.record.TaxType;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

/** One random record of any feed about a day; of the month of the day where the feed is monthly. */
final class RandomRecords {
  private static final Uscc USCC = RandomFacts.USCC;

  private final SplittableRandom random;

  RandomRecords(SplittableRandom random) {
    this.random = random;
  }

  @SuppressWarnings("unchecked") // the number of a feed tells its record type
  <R extends SourceRecord> R of(Feed<R> feed, LocalDate day, String identity) {
    YearMonth month = YearMonth.from(day);
    SourceRecord record =
        switch (feed.number()) {
          case 1, 2 -> invoice(day, identity);
          case 3 -> declaration(month);
          case 4 -> payment(month);
          case 5 -> new TaxRating(USCC, day, day.getYear() - 1, one(TaxGrade.ALL));
          case 6, 7, 8, 9 -> bill(month, identity);
          case 10 ->
              new SocialSecurity(
                  USCC, month, persons(), 1_000, short1000(), due(month), paid(month), owed());
          case 11 ->
              new HousingFund(
                  USCC, month, persons(), 1_000, short1000(), due(month), paid(month), owed());
          case 12 -> registration(day);
          case 13 -> judicial(day, identity);
          case 14 -> penalty(day, identity);
          case 15 ->
              new Permit(USCC, day, identity, "许可", perhaps(day.plusDays(random.nextInt(900))));
          case 16 ->
              new RealEstate(
                  USCC, day, "证" + random.nextInt(3), 1, random.nextBoolean(), perhaps(fen()));
          case 17 ->
              new ProcurementAward(USCC, day, identity, fen(), "采购人", one(PerformanceStatus.ALL));
          case 18 ->
              new Innovation(
                  USCC,
                  day,
                  identity,
                  one(InnovationKind.ALL),
                  perhaps(fen()),
                  perhaps(day.plusDays(random.nextInt(900))));
          case 19 ->
              new Logistics(USCC, month, identity, random.nextInt(50), 1, fen(), perhaps(fen()));
          case 20 ->
              new EnvironmentalRating(USCC, day, day.getYear() - 1, one(EnvironmentalGrade.ALL));
          case 21 -> listing(day);
          default -> throw new IllegalArgumentException("no records for feed " + feed.id());
        };
    return (R) record;
  }

  private VatInvoice invoice(LocalDate day, String identity) {
    long fen = random.nextInt(6) == 0 ? -fen() / 2 : fen();
    InvoiceStatus status = random.nextInt(9) == 0 ? InvoiceStatus.VOID : InvoiceStatus.VALID;
    String party = "P" + random.nextInt(1 + random.nextInt(12));
    return new VatInvoice(USCC, identity, day, party, fen, 0, fen, status, "");
  }

  private TaxDeclaration declaration(YearMonth month) {
    TaxType type = random.nextInt(3) > 0 ? TaxType.VAT : one(TaxType.ALL);
    long sales = random.nextInt(5) == 0 ? 0 : fen();
    LocalDate due = month.plusMonths(1).atDay(15);
    return new TaxDeclaration(USCC, month, type, sales, sales / 30, due, paid(month), sales / 90);
  }

  private TaxPayment payment(YearMonth month) {
    LocalDate paidOn = paid(month);
    long owed = random.nextInt(8) == 0 ? fen() : 0;
    LocalDate due = month.plusMonths(1).atDay(15);
    long fen = paidOn == null ? 0 : fen();
    return new TaxPayment(USCC, month, one(TaxType.ALL), fen, owed, due, paidOn, "");
  }

  private UtilityBill bill(YearMonth month, String account) {
    long quantity = random.nextInt(7) == 0 ? 0 : 1 + random.nextInt(9_000_000);
    long owed = random.nextInt(8) == 0 ? fen() : 0;
    LocalDate due = month.plusMonths(1).atDay(20);
    return new UtilityBill(USCC, month, account, quantity, quantity, due, paid(month), owed);
  }

  private MarketRegistration registration(LocalDate day) {
    return new MarketRegistration(
        USCC,
        day,
        one(RegistrationChange.ALL),
        "某公司",
        day.minusDays(random.nextInt(4000)),
        one(EnterpriseStatus.ALL),
        "3911",
        "430102",
        SubjectType.FIRM,
        perhaps(fen()),
        perhaps((long) persons()),
        perhaps(fen()),
        perhaps(fen()));
  }

  private JudicialCase judicial(LocalDate day, String number) {
    LocalDate closedOn = perhaps(day.plusDays(random.nextInt(600)));
    CaseStatus status = closedOn == null ? one(CaseStatus.ALL) : CaseStatus.CLOSED;
    boolean dishonest = random.nextInt(20) == 0;
    CaseKind kind = one(CaseKind.ALL);
    return new JudicialCase(
        USCC, day, number, one(CaseRole.ALL), kind, fen(), status, dishonest, closedOn);
  }

  private Penalty penalty(LocalDate day, String number) {
    LocalDate repairedOn = perhaps(day.plusDays(random.nextInt(600)));
    PenaltySeverity severity = one(PenaltySeverity.ALL);
    return new Penalty(
        USCC, day, number, one(PenaltyKind.ALL), severity, "食品安全法", fen(), repairedOn);
  }

  private Listing listing(LocalDate day) {
    CreditListKind list = one(CreditListKind.ALL);
    String number = "文" + random.nextInt(3);
    return new Listing(USCC, day, list, one(ListingAction.ALL), number, "管理办法第五条", "市监局");
  }

  private long fen() {
    return 1 + random.nextLong(random.nextInt(4) == 0 ? 50_000_000_000L : 900_000);
  }

  private int persons() {
    return random.nextInt(40);
  }

  private long short1000() {
    return random.nextInt(9) == 0 ? random.nextInt(1000) : 1000;
  }

  private int owed() {
    return random.nextInt(9) == 0 ? 1 : 0;
  }

  private LocalDate due(YearMonth month) {
    return perhaps(month.plusMonths(1).atDay(25));
  }

  /** Mostly in the next month, around the due days; at times much later, or never. */
  private LocalDate paid(YearMonth month) {
    int late = random.nextInt(6) == 0 ? random.nextInt(300) : random.nextInt(18);
    return random.nextInt(9) == 0 ? null : month.atEndOfMonth().plusDays(late);
  }

  private <T> T perhaps(T value) {
    return random.nextInt(3) == 0 ? null : value;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
