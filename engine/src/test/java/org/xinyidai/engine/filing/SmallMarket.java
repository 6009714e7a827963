package org.xinyidai.engine.filing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.lending.Order;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.uptake.UptakeDesk;
import org.xinyidai.engine.verification.VerificationDesk;
import org.xinyidai.models.calendar.FilingPeriod;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.DenialStep;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.DrawDownStep;
import org.xinyidai.models.financing.application.Findings;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.GrantStep;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.PlainStep;
import org.xinyidai.models.financing.application.SigningStep;
import org.xinyidai.models.financing.application.Step;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.TakeUpStep;
import org.xinyidai.models.financing.application.Target;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.Decision;

/** Three enterprises, two lenders and the office in the October of 2026, with a clock to move. */
final class SmallMarket implements AutoCloseable {
  static final Uscc FIRST = new Uscc("91350100M000100Y43");
  static final Uscc SECOND = new Uscc("91440300708461136T");
  static final Uscc THIRD = new Uscc("91110000802100433B");
  static final String ABC = "甲银行";
  static final String ICBC = "=乙银行";
  static final LocalDate END = LocalDate.of(2026, 10, 31);
  static final FilingPeriod OCTOBER = FilingPeriod.parse("2026-10").orElseThrow();
  private static final long AMOUNT_FEN = 10_000_000L;

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-10-12T02:00:00Z"));
  final Platform platform;
  final Accounts accounts;
  final Loans loans;
  final Office office;
  final Account officer;

  SmallMarket(Path folder) {
    InstantSource clock = now::get;
    platform = Platform.open(folder, clock);
    accounts = new Accounts(platform.store(), new SecureRandom());
    loans = Loans.of(platform, accounts);
    office = Office.of(platform, accounts, loans, new UptakeDesk(platform));
    officer = accounts.open(Role.OFFICE, "经办人", "市融资办");
  }

  /** One settles nothing and drew, one was refused, one is registered alone. */
  SmallMarket filled() {
    for (Uscc one : List.of(FIRST, SECOND, THIRD)) {
      accounts.open(Role.ENTERPRISE, "企业", one.value());
    }
    VerificationDesk desk = new VerificationDesk(platform.store(), new SecureRandom());
    platform.store().execute(changes -> desk.decide(changes, FIRST, Decision.VERIFY, "柜面核验"));
    ApplicationId lent = file(FIRST, ABC, 1, true);
    ApplicationId other = file(FIRST, ICBC, 2, true);
    ApplicationId refused = file(SECOND, ICBC, 3, false);
    later(Duration.ofDays(1));
    take(lent, ABC, new PlainStep(StepKind.ACCEPT, ""));
    take(refused, ICBC, new PlainStep(StepKind.ACCEPT, ""));
    later(Duration.ofDays(2));
    take(lent, ABC, new PlainStep(StepKind.INVESTIGATE, ""));
    take(refused, ICBC, new DenialStep(StepKind.REFUSE, DenialReason.DEBT_HIGH, "负债偏高"));
    take(lent, ABC, new GrantStep(grant(), ""));
    take(lent, Party.ENTERPRISE, FIRST.value(), new TakeUpStep(true, ""));
    LocalDate today = loans.today();
    take(lent, ABC, new SigningStep(new Contract("C-1", today), ""));
    DrawDown drawn = new DrawDown("D-1", AMOUNT_FEN, today, today.plusYears(1));
    take(lent, ABC, new DrawDownStep(drawn, ""));
    take(other, ICBC, new DenialStep(StepKind.DECLINE, DenialReason.QUOTA_USED, "额度用完"));
    return this;
  }

  private Grant grant() {
    LocalDate until = loans.today().plusDays(30);
    return new Grant("G-1", AMOUNT_FEN, 385, 12, SecurityMode.CREDIT, true, until);
  }

  ApplicationId file(Uscc uscc, String lender, int number, boolean offered) {
    ApplicationId id = ApplicationId.of(uscc, "%016x".formatted(number));
    LoanRequest request = new LoanRequest(AMOUNT_FEN, 12, Purpose.WORKING_CAPITAL, 500);
    Demand demand = new Demand(new DemandId("d-" + number), uscc, request, loans.today(), Map.of());
    Target target = new Target(lender, new ProductId("loan"), 1, new Text("贷", "loan"));
    Findings findings = new Findings(null, offered, List.of(), List.of());
    Order.Item item = new Order.Item(id, target, findings, "c-%024x".formatted(number));
    String district = uscc.divisionCode();
    Order order = new Order(demand, district, Origin.NEW, List.of(item), null);
    platform.store().execute(changes -> loans.desk().file(changes, order));
    return id;
  }

  void take(ApplicationId id, String lender, Step step) {
    take(id, Party.LENDER, lender, step);
  }

  private void take(ApplicationId id, Party party, String who, Step step) {
    Actor actor = new Actor(party, who);
    platform.store().execute(changes -> loans.desk().take(changes, id, step, actor).orElseThrow());
  }

  void later(Duration wait) {
    now.updateAndGet(instant -> instant.plus(wait));
  }

  void at(String instant) {
    now.set(Instant.parse(instant));
  }

  ReportSubject subject() {
    return new ReportSubject(
        office.reports().assessments().pack("genhe-2023").orElseThrow(),
        OCTOBER,
        END,
        officer.organisation(),
        "");
  }

  Filing file(String reason) {
    FilingDesk.Order order = new FilingDesk.Order(subject(), officer, true, reason);
    FilingDesk.Ready ready = office.desk().prepare(order, loans.today());
    return platform.store().execute(changes -> office.desk().file(changes, ready));
  }

  @Override
  public void close() {
    platform.close();
  }
}
