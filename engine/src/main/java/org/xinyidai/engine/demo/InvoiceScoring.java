package org.xinyidai.engine.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.cumcm.CumcmEnterprise;
import org.xinyidai.connectors.cumcm.RateChurn;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.financing.LoanPricing;
import org.xinyidai.models.financing.LoanPricing.Assumptions;
import org.xinyidai.models.financing.RateResponse;
import org.xinyidai.models.history.History;
import org.xinyidai.models.match.Decision.Withheld;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.match.Matches;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.subject.Uscc;

/** Scores, matches and prices every enterprise of the real data (真实数据评分、匹配与定价). */
final class InvoiceScoring {
  /** What every enterprise is matched with: a million yuan of working capital for a year. */
  private static final LoanRequest REQUEST =
      new LoanRequest(100_000_000L, 12, Purpose.WORKING_CAPITAL, Rate.MAX_BP);

  private static final Reader READER = new Reader("operator", "xyd demo", Reader.Why.BATCH, "");
  private static final String SALES = "sales_invoiced_fen_12m";
  private static final int REASONS_SHOWN = 5;
  private static final int LOWEST_RATE_BP = 400;
  private static final int HIGHEST_RATE_BP = 1_500;
  private static final double FEN_PER_YUAN = 100;

  private final Platform platform;
  private final Map<CumcmEnterprise, FeatureVector> vectors = new LinkedHashMap<>();
  private final Map<CumcmEnterprise, Score> scores = new LinkedHashMap<>();
  private final Map<Uscc, History> histories;
  private final LocalDate asOf;
  private final Show show;

  InvoiceScoring(
      Platform platform,
      List<CumcmEnterprise> enterprises,
      Map<Uscc, History> histories,
      LocalDate asOf,
      Show show) {
    this.platform = platform;
    this.histories = histories;
    this.asOf = asOf;
    this.show = show;
    for (CumcmEnterprise enterprise : enterprises) {
      History history = historyOf(enterprise);
      UndisputedVector vector = platform.vectors().at(history, asOf);
      vectors.put(enterprise, vector.vector());
      platform.scores().score(vector, null).ifPresent(scored -> keep(enterprise, scored));
    }
  }

  private void keep(CumcmEnterprise enterprise, Scored scored) {
    platform.archive().serve(scored, READER);
    scores.put(enterprise, scored.score());
  }

  List<InvoiceReport.Scored> scores() {
    Map<Grade, Long> grades =
        scores.values().stream()
            .collect(
                Collectors.groupingBy(
                    Score::grade, () -> new EnumMap<>(Grade.class), Collectors.counting()));
    show.say("%nscores of %d enterprises; grades 等级: %s".formatted(scores.size(), grades));
    return scores.entrySet().stream()
        .map(entry -> scored(entry.getKey(), entry.getValue()))
        .toList();
  }

  List<InvoiceReport.Matched> matches() {
    List<InvoiceReport.Matched> matched = new ArrayList<>();
    for (CumcmEnterprise enterprise : vectors.keySet()) {
      Matches matches = platform.matching().match(historyOf(enterprise), REQUEST, Map.of(), asOf);
      matched.add(matched(enterprise, matches));
    }
    long offered = matched.stream().filter(one -> !one.offers().isEmpty()).count();
    show.say(
        "matches with %d products: %d of %d enterprises have an offer"
            .formatted(platform.shelf().matcher(asOf).products().size(), offered, matched.size()));
    mainReasons(matched)
        .forEach(
            reason ->
                show.say("  withheld 未匹配: " + reason.criterion() + "  x " + reason.products()));
    return matched;
  }

  List<InvoiceReport.Priced> pricing(RateChurn churn) {
    LoanPricing pricing =
        new LoanPricing(
            churn.steps().stream()
                .filter(
                    step ->
                        step.annualRateBp() >= LOWEST_RATE_BP
                            && step.annualRateBp() <= HIGHEST_RATE_BP)
                .map(InvoiceScoring::response)
                .toList(),
            Assumptions.STANDARD);
    List<InvoiceReport.Priced> priced = new ArrayList<>();
    scores.forEach((enterprise, score) -> price(pricing, enterprise, score).ifPresent(priced::add));
    double total = priced.stream().mapToDouble(InvoiceReport.Priced::expectedMarginYuan).sum();
    show.say(
        "pricing 定价: %d enterprises get an offer, expected margin %,.0f yuan a year in all"
            .formatted(priced.size(), total));
    return priced;
  }

  private Optional<InvoiceReport.Priced> price(
      LoanPricing pricing, CumcmEnterprise enterprise, Score score) {
    int position = platform.vectors().schema().position(SALES).orElseThrow();
    FeatureVector vector = vectors.get(enterprise);
    double sales = vector == null ? Double.NaN : vector.value(position);
    return pricing
        .best(score.probabilityOfDefault(), score.grade(), Double.isNaN(sales) ? 0 : (long) sales)
        .map(
            best ->
                new InvoiceReport.Priced(
                    enterprise.sourceId(),
                    enterprise.uscc().value(),
                    best.annualRateBp() / 10_000.0,
                    Math.round(best.amountFen() / FEN_PER_YUAN),
                    best.expectedMarginFen() / FEN_PER_YUAN));
  }

  private History historyOf(CumcmEnterprise enterprise) {
    History history = histories.get(enterprise.uscc());
    if (history == null) {
      throw new IllegalArgumentException("no history of " + enterprise.sourceId());
    }
    return history;
  }

  private static InvoiceReport.Scored scored(CumcmEnterprise enterprise, Score score) {
    return new InvoiceReport.Scored(
        enterprise.sourceId(),
        enterprise.uscc().value(),
        enterprise.outcome() != CumcmEnterprise.Outcome.UNKNOWN,
        score.points(),
        score.grade().name(),
        score.stars(),
        score.probabilityOfDefault(),
        score.reasons().stream().map(reason -> reason.textZh()).toList());
  }

  private static InvoiceReport.Matched matched(CumcmEnterprise enterprise, Matches matches) {
    return new InvoiceReport.Matched(
        enterprise.sourceId(),
        enterprise.uscc().value(),
        matches.offers().stream()
            .map(
                offer ->
                    new InvoiceReport.Offered(
                        offer.product().id().value(),
                        offer.amountFen(),
                        rateBp(offer.rate()),
                        offer.termMonths()))
            .toList(),
        matches.withheld().size(),
        reasons(matches.withheld()));
  }

  /** The rate that offers are compared by; null where it is not published. */
  private static @Nullable Integer rateBp(Rate rate) {
    return rate.highestBp().isPresent() ? rate.highestBp().getAsInt() : null;
  }

  private static List<InvoiceReport.Reason> reasons(List<Withheld> withheld) {
    return count(
        withheld.stream()
            .flatMap(one -> one.mismatches().stream())
            .map(mismatch -> mismatch.criterion().zh())
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())));
  }

  private static List<InvoiceReport.Reason> mainReasons(List<InvoiceReport.Matched> matched) {
    return count(
        matched.stream()
            .flatMap(one -> one.withheldFor().stream())
            .collect(
                Collectors.groupingBy(
                    InvoiceReport.Reason::criterion,
                    TreeMap::new,
                    Collectors.summingLong(InvoiceReport.Reason::products))));
  }

  private static List<InvoiceReport.Reason> count(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new InvoiceReport.Reason(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(InvoiceReport.Reason::products).reversed())
        .limit(REASONS_SHOWN)
        .toList();
  }

  private static RateResponse response(RateChurn.Step step) {
    return new RateResponse(
        step.annualRateBp(),
        Map.of(Grade.A, step.churnA(), Grade.B, step.churnB(), Grade.C, step.churnC()));
  }
}
