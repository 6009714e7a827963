package org.xinyidai.models.ranking;

import java.util.List;
import java.util.OptionalInt;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.policy.PolicyEffect;
import org.xinyidai.models.product.Fees;
import org.xinyidai.models.product.Rate;

/**
 * What an offer is expected to be worth to the enterprise (预期收益), in fen over the term:
 *
 * <pre>  worth    = amount x reference x months / 12          the same money from elsewhere
 *   cost     = amount x rate x months / 12
 *            + amount x (once + yearly x months / 12)     fees
 *            - subsidies x months / 12                    at most rate and fees together
 *   waiting  = amount x reference x days / 250            until the lender answers
 *   expected = chance x (worth - cost - waiting)</pre>
 *
 * <p>The reference is the highest rate that the enterprise would take, or {@link #REFERENCE_BP}
 * where it names none. The rate is the highest that is published, so that a span is not flattered;
 * one that is not published counts as the reference. The amount and the term are those of the
 * offer: less than was asked for is worth less. The chance is {@link LendingRecord#chance}; days
 * are the lender's median, or {@link #USUAL_DAYS} where it is unknown. Requirement B3.
 *
 * <p>Example: 500,000 yuan for 12 months at no more than 6%, offered at 3.95% without fees and with
 * a subsidy of 1% a year, chance 0.8, answer in 5 working days. Worth 30,000, cost 19,750 - 5,000 =
 * 14,750, waiting 600, expected 0.8 x (30,000 - 14,750 - 600) = 11,720 yuan.
 *
 * @param expectedFen may be below 0 where the offer costs more than the reference
 * @param costFen over the term, after subsidies
 * @param yearlyCostFen the same a year, the fee that is paid once in the first
 * @param subsidyFen of all tools a year, as far as it counts
 * @param workingDays empty where it is unknown
 * @param rateKnown whether a rate is published
 */
public record ExpectedBenefit(
    long expectedFen,
    long costFen,
    long yearlyCostFen,
    long subsidyFen,
    Chance chance,
    OptionalInt workingDays,
    boolean rateKnown) {
  /**
   * What money costs that comes from nowhere in particular: about four times the loan prime rate,
   * beyond which courts protect no private loan (最高人民法院关于审理民间借贷案件适用法律若干问题的规定, article 25).
   */
  public static final int REFERENCE_BP = 1_200;

  /** The answer that the platform asks of a lender: within ten working days. */
  public static final int USUAL_DAYS = 10;

  private static final long WHOLE_BP = 10_000;
  private static final long MONTHS = 12;
  private static final long WORKING_DAYS = 250;

  /** Works the formula out. */
  public static ExpectedBenefit of(
      Offer offer, LoanRequest request, Chance chance, OptionalInt days, List<PolicyEffect> tools) {
    Money money = new Money(offer.amountFen(), offer.termMonths(), reference(request));
    long rate = offer.rate().highestBp().orElse((int) money.referenceBp());
    Fees fees = offer.product().fees();
    long yearly = money.part(rate + fees.yearlyBp());
    long once = money.part(fees.onceBp());
    long subsidy = Math.min(given(tools), yearly);
    long cost = money.cost(once, yearly - subsidy);
    return new ExpectedBenefit(
        money.expected(chance.probability(), cost, days.orElse(USUAL_DAYS)),
        cost,
        once + yearly - subsidy,
        subsidy,
        chance,
        days,
        offer.rate().highestBp().isPresent());
  }

  /** What tools take off the yearly cost together, in fen. */
  private static long given(List<PolicyEffect> tools) {
    long given = 0;
    for (PolicyEffect tool : tools) {
      given += tool.yearlySavingFen();
    }
    return given;
  }

  /** The amount of an offer for its term, beside the same money from elsewhere. */
  record Money(long amountFen, long months, long referenceBp) {
    /** Basis points of the amount, in fen. */
    long part(long bp) {
      return amountFen * bp / WHOLE_BP;
    }

    /** Over the term. */
    long cost(long onceFen, long yearlyFen) {
      return onceFen + yearlyFen * months / MONTHS;
    }

    long expected(double chance, long costFen, int days) {
      long worth = amountFen * referenceBp * months / (MONTHS * WHOLE_BP);
      long waiting = part(referenceBp) * Math.min(days, WORKING_DAYS) / WORKING_DAYS;
      return Math.round(chance * (worth - costFen - waiting));
    }
  }

  /** The yearly rate in basis points that the money would cost elsewhere. */
  static int reference(LoanRequest request) {
    return request.maxAnnualRateBp() < Rate.MAX_BP ? request.maxAnnualRateBp() : REFERENCE_BP;
  }
}
