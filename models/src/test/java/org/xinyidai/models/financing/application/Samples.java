package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.xinyidai.models.calendar.HolidayNotice;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.financing.application.Workflow.Moment;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;

/** Applications in every state, each reached by steps. */
final class Samples {
  static final Uscc FIRM = new Uscc("91350100M000100Y43");
  static final String BANK = "甲银行";
  static final String GUARANTOR = "乙担保";
  static final long ASKED = 100_000_000L;

  /** A Monday; all of 2024 is known and has no holidays but the National Day. */
  static final LocalDate FILED = LocalDate.of(2024, 3, 4);

  static final WorkingCalendar CALENDAR =
      WorkingCalendar.of(
          List.of(
              new HolidayNotice(
                  2024,
                  "test",
                  List.of(
                      new HolidayNotice.DaysOff(
                          "国庆节", LocalDate.of(2024, 10, 1), LocalDate.of(2024, 10, 7))),
                  List.of(LocalDate.of(2024, 10, 12)))));

  private Samples() {}

  static Application filed() {
    return filed("0", BANK);
  }

  static Application filed(String digit, String lender) {
    LoanRequest request = new LoanRequest(ASKED, 12, Purpose.WORKING_CAPITAL, Rate.MAX_BP);
    Target target = new Target(lender, new ProductId("loan"), 1, new Text("贷", "loan"));
    Findings findings = new Findings(null, true, List.of(), List.of());
    Filing filing =
        new Filing(
            new DemandId("d-1"),
            FIRM,
            "350100",
            target,
            request,
            at(FILED).at(),
            Origin.NEW,
            findings,
            new Applicant("某某科技有限公司", false));
    return Application.filed(ApplicationId.of(FIRM, digit.repeat(16)), filing, FILED);
  }

  static Application in(ApplicationState state) {
    Application filed = filed();
    return switch (state) {
      case SUBMITTED -> filed;
      case ACCEPTED -> after(filed, step(StepKind.ACCEPT));
      case DUE_DILIGENCE -> after(in(ApplicationState.ACCEPTED), step(StepKind.INVESTIGATE));
      case GRANTED -> after(in(ApplicationState.DUE_DILIGENCE), step(StepKind.GRANT));
      case TAKEN_UP -> after(in(ApplicationState.GRANTED), step(StepKind.TAKE_UP));
      case CONTRACTED -> after(in(ApplicationState.TAKEN_UP), step(StepKind.SIGN));
      case LENT -> after(in(ApplicationState.CONTRACTED), step(StepKind.DRAW_DOWN));
      case OVERDUE -> after(in(ApplicationState.LENT), step(StepKind.REPORT_OVERDUE));
      case SETTLED -> after(in(ApplicationState.CONTRACTED), step(StepKind.SETTLE));
      case DECLINED -> after(filed, step(StepKind.DECLINE));
      case REFUSED -> after(in(ApplicationState.ACCEPTED), step(StepKind.REFUSE));
      case WITHDRAWN -> after(filed, step(StepKind.WITHDRAW));
      case NOT_CHOSEN -> after(filed, step(StepKind.PASS_OVER));
      case EXPIRED ->
          taken(
              in(ApplicationState.GRANTED),
              step(StepKind.EXPIRE),
              Party.PLATFORM,
              FILED.plusDays(200));
      case REASSIGNED -> after(filed, step(StepKind.REASSIGN));
    };
  }

  /** A sound step of a kind. */
  static Step step(StepKind kind) {
    LocalDate due = FILED.plusDays(300);
    return switch (kind) {
      case DECLINE, REFUSE -> new DenialStep(kind, DenialReason.DEBT_HIGH, "");
      case INVITE_GUARANTOR -> new InvitationStep(GUARANTOR, "");
      case GUARANTEE -> new GuaranteeStep(100, "");
      case GRANT -> new GrantStep(grant(ASKED), "");
      case TAKE_UP -> new TakeUpStep(false, "");
      case SIGN -> new SigningStep(new Contract("C-1", FILED), "");
      case DRAW_DOWN -> new DrawDownStep(new DrawDown("D-1", 40_000_000L, FILED, due), "");
      case REPAY -> new RepaymentStep(new Repayment("R-1", 1_000_000L, FILED), "");
      case REPORT_OVERDUE -> new OverdueStep(new Overdue(3, 1_000_000L), "");
      case REFINANCE -> new RefinanceStep(id("9"), ASKED, FILED);
      case REASSIGN -> new ReassignmentStep(id("8"), "丙银行", "原机构额度已满");
      case REMIND -> new ReminderStep(ReminderLevel.OFFICER, CALENDAR);
      default -> new PlainStep(kind, "说明");
    };
  }

  static Grant grant(long amountFen) {
    return new Grant("G-1", amountFen, 385, 12, SecurityMode.CREDIT, true, FILED.plusDays(30));
  }

  static ApplicationId id(String digit) {
    return ApplicationId.of(FIRM, digit.repeat(16));
  }

  /** After a step of the first party that may take it, on the day of filing. */
  static Application after(Application application, Step step) {
    for (Party party : Party.values()) {
      if (step.kind().isBy(party)) {
        return taken(application, step, party, FILED);
      }
    }
    throw new AssertionError(step);
  }

  static Application taken(Application application, Step step, Party party, LocalDate day) {
    Outcome outcome = Workflow.take(application, step, actor(party), at(day));
    if (outcome instanceof Outcome.Taken taken) {
      return taken.application();
    }
    throw new AssertionError(outcome);
  }

  static Actor actor(Party party) {
    return new Actor(party, party.titleZh());
  }

  static Moment at(LocalDate day) {
    return new Moment(day.atTime(2, 0).toInstant(ZoneOffset.UTC), day);
  }
}
