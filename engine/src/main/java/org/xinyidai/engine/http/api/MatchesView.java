package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.market.Matching.Decided;
import org.xinyidai.models.match.Condition;
import org.xinyidai.models.match.Decision.Withheld;
import org.xinyidai.models.match.Matches;
import org.xinyidai.models.match.Mismatch;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.product.HardRule;

/** The matches of a demand as the API shows them (匹配结果): every product, offered or with reasons. */
record MatchesView(
    List<OfferView> offers,
    List<WithheldView> withheld,
    @Nullable String scoreId,
    @Nullable DisputedView disputed) {

  /**
   * A product that fits.
   *
   * @param annualRateBp the greatest rate that may have to be paid, null where none is published
   * @param lowestRateBp the least rate, null where none is published
   */
  record OfferView(
      String productId,
      int version,
      TextView name,
      TextView lender,
      long amountFen,
      int termMonths,
      @Nullable Integer annualRateBp,
      @Nullable Integer lowestRateBp,
      List<ConditionView> conditions) {
    static OfferView of(Offer offer) {
      return new OfferView(
          offer.product().id().value(),
          offer.product().version(),
          TextView.of(offer.product().name()),
          TextView.of(offer.product().lender().name()),
          offer.amountFen(),
          offer.termMonths(),
          orNull(offer.rate().highestBp()),
          orNull(offer.rate().lowestBp()),
          offer.conditions().stream().map(ConditionView::of).toList());
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
   * The matches of a demand.
   *
   * @param scoreId of the stored score that they stand on, null where no model serves yet
   */
  static MatchesView of(Decided decided, @Nullable String scoreId) {
    Matches matches = decided.matches();
    return new MatchesView(
        matches.offers().stream().map(OfferView::of).toList(),
        matches.withheld().stream().map(WithheldView::of).toList(),
        scoreId,
        DisputedView.of(decided.disputed()));
  }
}
