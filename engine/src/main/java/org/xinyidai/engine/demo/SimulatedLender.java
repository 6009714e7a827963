package org.xinyidai.engine.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.xinyidai.engine.market.Matched;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.DenialStep;
import org.xinyidai.models.financing.application.DrawDown;
import org.xinyidai.models.financing.application.DrawDownStep;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.GrantStep;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.PlainStep;
import org.xinyidai.models.financing.application.Repayment;
import org.xinyidai.models.financing.application.RepaymentStep;
import org.xinyidai.models.financing.application.SigningStep;
import org.xinyidai.models.financing.application.Step;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.TakeUpStep;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.ranking.RankedOffer;

/**
 * How a simulated lender, and its simulated customer, go about one application (模拟机构审批策略): what is
 * withheld is declined, who is too likely to default is refused, the rest is granted; some are
 * still at work. The same application always goes the same way.
 *
 * @param way the steps in order; the place of one is the number of steps before it
 */
record SimulatedLender(List<StepKind> way, DenialReason denial, long amountFen, int rateBp) {
  /** Above this yearly probability of default nobody in the city lends on credit alone. */
  private static final double MOST_RISK = 0.08;

  private static final int USUAL_RATE_BP = 435;
  private static final int VALID_DAYS = 30;

  private static final List<StepKind> DECLINED = List.of(StepKind.DECLINE);
  private static final List<StepKind> REFUSED =
      List.of(StepKind.ACCEPT, StepKind.INVESTIGATE, StepKind.REFUSE);
  private static final List<StepKind> GRANTED =
      List.of(StepKind.ACCEPT, StepKind.INVESTIGATE, StepKind.GRANT);
  private static final List<StepKind> LENT =
      List.of(
          StepKind.ACCEPT,
          StepKind.INVESTIGATE,
          StepKind.GRANT,
          StepKind.TAKE_UP,
          StepKind.SIGN,
          StepKind.DRAW_DOWN,
          StepKind.REPAY,
          StepKind.SETTLE);

  /** Of ten applications that go well, how many steps of the way the last ones have come. */
  private static final int[] REACHED = {8, 8, 6, 6, 6, 6, 6, 7, 2, 1};

  /** A step of one of the parties. */
  record Next(Step step, Actor actor) {}

  /**
   * The way of an application.
   *
   * @param preferred whether its enterprise takes this lender's grant rather than another's
   */
  static SimulatedLender of(
      Demand demand, LoanProduct product, Matched decided, boolean preferred) {
    String lender = product.lender().organisation();
    SplittableRandom chance =
        new SplittableRandom(31L * demand.uscc().value().hashCode() + lender.hashCode());
    Optional<Offer> offer =
        decided.offers().stream()
            .map(RankedOffer::offer)
            .filter(one -> one.product().id().equals(product.id()))
            .findFirst();
    int rateBp = product.rate().highestBp().orElse(USUAL_RATE_BP);
    long amountFen = offer.map(Offer::amountFen).orElse(demand.request().amountFen());
    if (offer.isEmpty()) {
      return new SimulatedLender(DECLINED, DenialReason.NOT_SERVED, amountFen, rateBp);
    }
    double risk =
        decided.scored().map(Scored::score).map(score -> score.probabilityOfDefault()).orElse(0.0);
    if (risk > MOST_RISK) {
      DenialReason why =
          chance.nextBoolean() ? DenialReason.REPAYMENT_CAPACITY : DenialReason.DEBT_HIGH;
      return new SimulatedLender(REFUSED, why, amountFen, rateBp);
    }
    List<StepKind> way = preferred ? LENT : GRANTED;
    int reached = Math.min(way.size(), REACHED[chance.nextInt(REACHED.length)]);
    return new SimulatedLender(way.subList(0, reached), DenialReason.QUOTA_USED, amountFen, rateBp);
  }

  boolean hasNext(Application held) {
    return !held.ended() && held.history().size() < way.size();
  }

  /** The next step; empty where the way has ended. */
  Optional<Next> next(Application held, LocalDate today) {
    if (!hasNext(held)) {
      return Optional.empty();
    }
    StepKind kind = way.get(held.history().size());
    boolean lenders = kind.isBy(Party.LENDER);
    Actor actor =
        lenders
            ? new Actor(Party.LENDER, held.filing().target().lender())
            : new Actor(Party.ENTERPRISE, held.filing().uscc().value());
    return Optional.of(new Next(step(kind, today), actor));
  }

  private Step step(StepKind kind, LocalDate today) {
    return switch (kind) {
      case DECLINE, REFUSE -> new DenialStep(kind, denial, "");
      case GRANT ->
          new GrantStep(
              new Grant(
                  "SIM-G",
                  amountFen,
                  rateBp,
                  12,
                  SecurityMode.CREDIT,
                  false,
                  today.plusDays(VALID_DAYS)),
              "");
      case TAKE_UP -> new TakeUpStep(false, "");
      case SIGN -> new SigningStep(new Contract("SIM-C", today), "");
      case DRAW_DOWN ->
          new DrawDownStep(new DrawDown("SIM-D", amountFen, today, today.plusYears(1)), "");
      case REPAY -> new RepaymentStep(new Repayment("SIM-R", amountFen, today), "");
      default -> new PlainStep(kind, "");
    };
  }
}
