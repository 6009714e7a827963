package org.xinyidai.engine.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.xinyidai.engine.market.MatchDays.Plan;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Text;

/**
 * A matching day that was held (融资对接会): the advice as it was given, whatever changes later.
 *
 * @param round 1 and up; the office may plan a day again when things have changed
 * @param demands that the plan was made for
 * @param leftOut open demands that were too many for one day
 * @param worthFen what all of the advice is expected to be worth to the enterprises, in fen
 * @param unassigned numbers of demands that got no place
 */
public record HeldDay(
    LocalDate day,
    int round,
    Instant at,
    int demands,
    long leftOut,
    long worthFen,
    List<Advice> advice,
    List<String> unassigned) {
  public HeldDay {
    advice = List.copyOf(advice);
    unassigned = List.copyOf(unassigned);
  }

  /**
   * Where one demand was advised to go.
   *
   * @param organisation of the lender
   * @param worthFen expected benefit of the enterprise, in fen
   */
  public record Advice(
      String demand,
      String uscc,
      String product,
      int version,
      Text name,
      String organisation,
      Text lender,
      long amountFen,
      int termMonths,
      long worthFen) {
    /** What a line of a plan advises. */
    public static Advice of(MatchDays.Line line) {
      Offer offer = line.offer().offer();
      LoanProduct product = offer.product();
      return new Advice(
          line.demand().id().value(),
          line.demand().uscc().value(),
          product.id().value(),
          product.version(),
          product.name(),
          product.lender().organisation(),
          product.lender().name(),
          offer.amountFen(),
          offer.termMonths(),
          line.offer().benefit().expectedFen());
    }
  }

  static HeldDay of(Plan plan, int round, Instant at) {
    return new HeldDay(
        plan.day(),
        round,
        at,
        plan.demands(),
        plan.leftOut(),
        plan.worthFen(),
        plan.lines().stream().map(Advice::of).toList(),
        plan.unassigned());
  }

  /** Day and round, such as {@code 2026-11-22-1}. */
  public String id() {
    return day + "-" + round;
  }

  /** Whether a plan advises the same to the same. */
  boolean says(Plan plan) {
    HeldDay other = of(plan, round, at);
    return demands == other.demands
        && leftOut == other.leftOut
        && advice.equals(other.advice)
        && unassigned.equals(other.unassigned);
  }
}
