package org.xinyidai.models.financing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinyidai.models.score.Grade;

/**
 * Chooses for one enterprise the rate and the amount of a one-year loan that are expected to earn
 * the lender most (贷款定价). For a rate r, an amount a and a probability of default p the expected
 * margin is
 *
 * <pre>  (1 - churn(r, grade)) * a * ((1 - p) * r - p * lossGivenDefault - costOfFunds)</pre>
 *
 * <p>Churn is known at the rates of the table and nowhere else, so only those are considered. The
 * margin is linear in the amount: what pays at all pays most at the highest amount that the
 * enterprise can carry.
 *
 * @param responses the table of rates, in any order
 * @param assumptions what no data tells
 */
public record LoanPricing(List<RateResponse> responses, Assumptions assumptions) {
  public LoanPricing {
    responses =
        responses.stream().sorted(Comparator.comparingInt(RateResponse::annualRateBp)).toList();
  }

  /**
   * What the choice stands on beside the data.
   *
   * @param lossGivenDefault share of the amount that a default costs
   * @param costOfFunds yearly cost of the money lent, a plain rate
   * @param leastFen smallest loan
   * @param greatestFen largest loan
   * @param shareOfSales of a year's sales that a loan may reach
   * @param stepFen amounts are whole multiples of it
   */
  public record Assumptions(
      double lossGivenDefault,
      double costOfFunds,
      long leastFen,
      long greatestFen,
      double shareOfSales,
      long stepFen) {
    /**
     * Everything lent is lost in a default, money costs nothing, 100,000 to 1,000,000 yuan in steps
     * of 10,000, at most a tenth of a year's sales, as published credit lines have it.
     */
    public static final Assumptions STANDARD =
        new Assumptions(1.0, 0.0, 10_000_000L, 100_000_000L, 0.10, 1_000_000L);
  }

  /**
   * The offer that is expected to earn most.
   *
   * @param expectedMarginFen above 0
   */
  public record Priced(int annualRateBp, long amountFen, double expectedMarginFen) {}

  /**
   * The best offer; empty for a grade that the table does not serve, for an enterprise too small
   * for the smallest loan, and where no rate of the table is expected to earn anything.
   *
   * @param salesFen invoiced in the last year
   */
  public Optional<Priced> best(double probabilityOfDefault, Grade grade, long salesFen) {
    long amountFen = amountFen(salesFen);
    if (amountFen < assumptions.leastFen()) {
      return Optional.empty();
    }
    return responses.stream()
        .filter(response -> response.churn().containsKey(grade))
        .map(response -> priced(response, probabilityOfDefault, grade, amountFen))
        .filter(priced -> priced.expectedMarginFen() > 0)
        .reduce((a, b) -> b.expectedMarginFen() > a.expectedMarginFen() ? b : a);
  }

  /** The highest loan that sales of a year carry, in whole steps; may be below the least loan. */
  public long amountFen(long salesFen) {
    double carried = Math.max(0, salesFen) * assumptions.shareOfSales();
    long steps =
        (long) (Math.min(carried, (double) assumptions.greatestFen()) / assumptions.stepFen());
    return steps * assumptions.stepFen();
  }

  private Priced priced(
      RateResponse response, double probabilityOfDefault, Grade grade, long amountFen) {
    double rate = response.annualRateBp() / 10_000.0;
    double perYuan =
        (1 - probabilityOfDefault) * rate
            - probabilityOfDefault * assumptions.lossGivenDefault()
            - assumptions.costOfFunds();
    double stays = 1 - response.churn().getOrDefault(grade, 1.0);
    return new Priced(response.annualRateBp(), amountFen, stays * amountFen * perYuan);
  }
}
