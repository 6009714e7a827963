package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.market.Matched;
import org.xinyidai.models.match.Condition;
import org.xinyidai.models.match.Decision.Withheld;
import org.xinyidai.models.match.Mismatch;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.policy.PolicyEffect;
import org.xinyidai.models.policy.PolicyTool;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.ranking.ExpectedBenefit;
import org.xinyidai.models.ranking.RankedOffer;

/**
 * A page of the matches of a demand as the API shows them (匹配结果): offers in order, and products
 * that are withheld with reasons.
 *
 * @param offered how many offers there are in all
 * @param withheldCount how many products are withheld in all
 * @param nextOffers where the next page of offers begins, null on the last
 * @param nextWithheld behind which product the next page of the withheld begins, null on the last
 */
record MatchesView(
    int offered,
    int withheldCount,
    List<OfferView> offers,
    List<WithheldView> withheld,
    @Nullable Integer nextOffers,
    @Nullable String nextWithheld,
    @Nullable String scoreId,
    @Nullable DisputedView disputed) {

  /**
   * A product that fits.
   *
   * @param place from 1
   * @param why the reason of its place, in a sentence
   * @param annualRateBp the greatest rate that may have to be paid, null where none is published
   * @param lowestRateBp the least rate, null where none is published
   */
  record OfferView(
      int place,
      TextView why,
      String productId,
      int version,
      TextView name,
      TextView lender,
      String lenderOrganisation,
      boolean preferred,
      long amountFen,
      int termMonths,
      @Nullable Integer annualRateBp,
      @Nullable Integer lowestRateBp,
      BenefitView benefit,
      List<PolicyView> policies,
      List<ConditionView> conditions) {
    static OfferView of(RankedOffer ranked, int place) {
      Offer offer = ranked.offer();
      return new OfferView(
          place,
          TextView.of(ranked.why(place)),
          offer.product().id().value(),
          offer.product().version(),
          TextView.of(offer.product().name()),
          TextView.of(offer.product().lender().name()),
          offer.product().lender().organisation(),
          ranked.preferred(),
          offer.amountFen(),
          offer.termMonths(),
          orNull(offer.rate().highestBp()),
          orNull(offer.rate().lowestBp()),
          BenefitView.of(ranked.benefit()),
          ranked.tools().stream().map(PolicyView::of).toList(),
          offer.conditions().stream().map(ConditionView::of).toList());
    }
  }

  /**
   * What an offer is expected to be worth, and what that stands on.
   *
   * @param approvalBasis whose past decisions the chance stands on; {@code none} where there are
   *     none
   * @param answerDays the lender's median of working days, null where it is unknown
   */
  record BenefitView(
      long expectedFen,
      long costFen,
      long yearlyCostFen,
      long yearlySubsidyFen,
      double approvalChance,
      String approvalBasis,
      long approvalDecisions,
      @Nullable Integer answerDays,
      boolean rateKnown) {
    static BenefitView of(ExpectedBenefit benefit) {
      return new BenefitView(
          benefit.expectedFen(),
          benefit.costFen(),
          benefit.yearlyCostFen(),
          benefit.subsidyFen(),
          benefit.chance().probability(),
          benefit.chance().basis().code(),
          benefit.chance().decisions(),
          orNull(benefit.workingDays()),
          benefit.rateKnown());
    }
  }

  /** A policy tool that fits, with what it takes off the yearly cost. */
  record PolicyView(
      String id, int version, String kind, TextView name, TextView words, long yearlySavingFen) {
    static PolicyView of(PolicyEffect effect) {
      PolicyTool tool = effect.tool();
      return new PolicyView(
          tool.id().value(),
          tool.version(),
          tool.measure().code(),
          TextView.of(tool.name()),
          TextView.of(tool.measure().words()),
          effect.yearlySavingFen());
    }
  }

  /** What the lender will still check. */
  record ConditionView(String kind, String attribute, TextView words) {
    static ConditionView of(Condition condition) {
      return new ConditionView(
          condition.kind().name(), condition.attribute(), TextView.of(condition.words()));
    }
  }

  /** A product that does not fit, with every reason. */
  record WithheldView(
      String productId,
      int version,
      TextView name,
      TextView lender,
      List<MismatchView> mismatches) {
    static WithheldView of(Withheld withheld) {
      return new WithheldView(
          withheld.product().id().value(),
          withheld.product().version(),
          TextView.of(withheld.product().name()),
          TextView.of(withheld.product().lender().name()),
          withheld.mismatches().stream().map(MismatchView::of).toList());
    }
  }

  /**
   * One reason.
   *
   * @param actual null where nothing is known
   * @param shortfall in {@code unit}, null where a distance means nothing
   * @param earliest the first day on which time alone could have mended it, null where it cannot
   * @param rule the hard rule behind it, null for every other kind
   */
  record MismatchView(
      String kind,
      String attribute,
      TextView criterion,
      TextView required,
      @Nullable Double actual,
      TextView actualText,
      String unit,
      @Nullable Double shortfall,
      @Nullable LocalDate earliest,
      @Nullable RuleView rule) {
    static MismatchView of(Mismatch mismatch) {
      return new MismatchView(
          mismatch.kind().name(),
          mismatch.attribute(),
          TextView.of(mismatch.criterion()),
          TextView.of(mismatch.required()),
          mismatch.actualKnown() ? mismatch.actual() : null,
          TextView.of(mismatch.actualText()),
          mismatch.unit().name().toLowerCase(Locale.ROOT),
          mismatch.shortfallKnown() ? mismatch.shortfall() : null,
          mismatch.earliest(),
          mismatch.rule() == null ? null : RuleView.of(mismatch.rule()));
    }
  }

  /** The hard rule that keeps every product away, with its law and the way out. */
  record RuleView(String id, int version, String basis, TextView exit) {
    static RuleView of(HardRule rule) {
      return new RuleView(
          rule.id(), rule.version(), rule.basis(), TextView.of(rule.words().exit()));
    }
  }

  private static @Nullable Integer orNull(OptionalInt basisPoints) {
    return basisPoints.isPresent() ? basisPoints.getAsInt() : null;
  }

  /**
   * What part of the matches is wanted.
   *
   * @param limit offers, and products that are withheld, at most
   * @param offersFrom 0 for the first
   * @param withheldAfter empty for the first
   */
  record Page(int limit, int offersFrom, Optional<ProductId> withheldAfter) {
    int offersTo() {
      return offersFrom + limit;
    }
  }

  /**
   * A page of the matches of a demand.
   *
   * @param scoreId of the stored score that they stand on, null where no model serves yet
   */
  static MatchesView of(Matched matched, Page page, @Nullable String scoreId) {
    int all = matched.offered();
    int to = Math.min(page.offersTo(), all);
    int from = Math.min(page.offersFrom(), to);
    List<OfferView> offers =
        IntStream.range(from, to)
            .mapToObj(i -> OfferView.of(matched.offers().get(i), i + 1))
            .toList();
    List<Withheld> withheld = matched.withheld(page.withheldAfter(), page.limit());
    boolean more = withheld.size() == page.limit();
    return new MatchesView(
        all,
        matched.withheld(),
        offers,
        withheld.stream().map(WithheldView::of).toList(),
        to < all ? to : null,
        more ? withheld.get(withheld.size() - 1).product().id().value() : null,
        scoreId,
        DisputedView.of(matched.disputed()));
  }
}
