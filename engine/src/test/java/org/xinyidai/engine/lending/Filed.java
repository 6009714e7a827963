package org.xinyidai.engine.lending;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.DrawDownStep;
import org.xinyidai.models.financing.application.Findings;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.GrantStep;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.PlainStep;
import org.xinyidai.models.financing.application.Repayment;
import org.xinyidai.models.financing.application.RepaymentStep;
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

/** Applications with nothing special about them, and their usual steps. */
final class Filed {
  static final Uscc FIRM = new Uscc("91350100M000100Y43");
  static final String BANK = "甲银行";
  static final long AMOUNT_FEN = 10_000_000L;

  /** The whole way, in order. */
  static final List<StepKind> WAY =
      List.of(
          StepKind.ACCEPT,
          StepKind.INVESTIGATE,
          StepKind.GRANT,
          StepKind.TAKE_UP,
          StepKind.SIGN,
          StepKind.DRAW_DOWN,
          StepKind.REPAY,
          StepKind.SETTLE);

  private Filed() {}

  static ApplicationId id(int number) {
    return ApplicationId.of(FIRM, "%016x".formatted(number));
  }

  /** The application of this number, for a demand of its own. */
  static Application file(LoanDesk desk, Changes changes, int number) {
    LoanRequest request = new LoanRequest(AMOUNT_FEN, 12, Purpose.WORKING_CAPITAL, 500);
    Demand demand =
        new Demand(
            new DemandId("d-" + number), FIRM, request, LoanDesk.day(changes.instant()), Map.of());
    Target target = new Target(BANK, new ProductId("loan"), 1, new Text("贷", "loan"));
    Findings findings = new Findings(null, true, List.of(), List.of());
    Order.Item item = new Order.Item(id(number), target, findings, "c-%024x".formatted(number));
    return desk.file(changes, new Order(demand, "350100", Origin.NEW, List.of(item), null)).get(0);
  }

  /** Takes the step of the way that is next. */
  static Application next(LoanDesk desk, Changes changes, Application held) {
    StepKind kind = WAY.get(held.history().size());
    return desk.take(changes, held.id(), step(kind, LoanDesk.day(changes.instant())), by(kind))
        .orElseThrow();
  }

  static Actor by(StepKind kind) {
    return kind.isBy(Party.LENDER)
        ? new Actor(Party.LENDER, BANK)
        : new Actor(Party.ENTERPRISE, FIRM.value());
  }

  private static Step step(StepKind kind, LocalDate today) {
    return switch (kind) {
      case GRANT ->
          new GrantStep(
              new Grant("G-1", AMOUNT_FEN, 385, 12, SecurityMode.CREDIT, true, today.plusDays(30)),
              "");
      case TAKE_UP -> new TakeUpStep(false, "");
      case SIGN -> new SigningStep(new Contract("C-1", today), "");
      case DRAW_DOWN ->
          new DrawDownStep(new DrawDown("D-1", AMOUNT_FEN, today, today.plusYears(1)), "");
      case REPAY -> new RepaymentStep(new Repayment("R-1", AMOUNT_FEN, today), "");
      default -> new PlainStep(kind, kind.name().toLowerCase(Locale.ROOT));
    };
  }
}
