package org.xinyidai.engine.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.Observation;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.history.History;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.match.FutureValues;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.match.Matcher;
import org.xinyidai.models.match.Matches;
import org.xinyidai.models.match.OfferedProducts;
import org.xinyidai.models.match.ProductAdvice;
import org.xinyidai.models.match.ProductAdviser;
import org.xinyidai.models.policy.OpenTools;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.ranking.RankedOffer;
import org.xinyidai.models.ranking.RankingTable.Wish;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.score.ActionCatalogue;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.subject.Uscc;

/** Matches an enterprise with the products on the shelf (智能匹配服务). Requirement B3. */
public final class Matching {
  private final Vectors vectors;
  private final Scores scores;
  private final AttributeCatalogue catalogue;
  private final Supply supply;
  private final Candidates candidates;
  private final RankingTables tables = new RankingTables();

  public Matching(
      Store store, Vectors vectors, Scores scores, Supply supply, AttributeCatalogue catalogue) {
    this.vectors = vectors;
    this.scores = scores;
    this.supply = supply;
    this.catalogue = catalogue;
    this.candidates = new Candidates(store, vectors, scores, catalogue.size());
  }

  /**
   * What stands against demands: products, what is left of them, tools, what lenders did before.
   */
  public record Supply(
      Shelf shelf, Quotas quotas, PolicyDesk policies, LendingExperience experience) {}

  /** What a demand matches on a day, as known now. */
  public Matched matched(Demand demand, LocalDate asOf) {
    return matched(demand, asOf, Integer.MAX_VALUE);
  }

  /**
   * The same with no more than the first offers in order.
   *
   * @param most offers that are wanted
   */
  public Matched matched(Demand demand, LocalDate asOf, int most) {
    return matched(demand, candidates.now(demand.uscc(), asOf), most);
  }

  /** The same as known at a moment, which may lie in the past. */
  public Matched matched(Demand demand, Moment at, int most) {
    return matched(demand, candidates.at(demand.uscc(), at), most);
  }

  /** What moves whenever an enterprise would be matched otherwise by what is known of it. */
  byte[] stamp(Uscc uscc) {
    return candidates.stamp(uscc);
  }

  private Matched matched(Demand demand, Prepared prepared, int most) {
    FeatureVector vector = prepared.vector().vector();
    LoanRequest request = demand.request();
    Candidate candidate = prepared.candidate(catalogue, demand.declared());
    Matcher matcher = supply.shelf().matcher(vector.asOf());
    OfferedProducts found = matcher.find(candidate, request, supply.quotas().closed());
    OpenTools tools =
        OpenTools.of(
            supply.policies().on(vector.asOf()), candidate, request.purpose(), prepared.grade());
    List<RankedOffer> offers =
        tables
            .of(matcher, supply.experience().current())
            .best(
                most, found, new Wish(request, prepared.grade(), tools, demand.preferredLenders()));
    FutureValues future =
        prepared.future(
            () ->
                FutureValues.of(
                    catalogue,
                    vectors.schema(),
                    candidates.history(demand.uscc(), vector.knownAt()),
                    vector.asOf()));
    return new Matched(
        offers,
        matcher,
        found,
        new Matcher.Asked(candidate, request, future),
        prepared.scored(),
        prepared.vector().touched());
  }

  /**
   * Every product in effect on the day by its terms alone: offered, or withheld with every reason.
   *
   * @param declared what the enterprise says of itself, by name of a declared attribute
   */
  public Matches match(
      Uscc uscc,
      LoanRequest request,
      Map<String, Double> declared,
      LocalDate asOf,
      Instant knownAt) {
    return match(vectors.history(uscc, knownAt), request, declared, asOf);
  }

  /** The same for a history that was read already. */
  public Matches match(
      History history, LoanRequest request, Map<String, Double> declared, LocalDate asOf) {
    FeatureVector vector = vectors.at(history, asOf).vector();
    Candidate candidate = candidate(history, vector, scores.score(vector).orElse(null), declared);
    FutureValues future = FutureValues.of(catalogue, vectors.schema(), history, asOf);
    return supply.shelf().matcher(asOf).match(candidate, request, future);
  }

  /**
   * What would open a product to an enterprise.
   *
   * @param declared what the enterprise says of itself, by name of a declared attribute
   */
  public ProductAdvice advise(
      History history, LoanProduct product, Map<String, Double> declared, LocalDate asOf) {
    UndisputedVector vector = vectors.at(history, asOf);
    Optional<Scored> scored = scores.score(vector, null);
    ProductAdviser adviser =
        new ProductAdviser(
            catalogue,
            supply.shelf().rules(),
            ActionCatalogue.FOR_PRODUCTS,
            scored.map(one -> scores.scorer(one.model())).orElse(null));
    return adviser.advise(
        product,
        candidate(history, vector.vector(), scored.map(Scored::score).orElse(null), declared),
        FutureValues.of(catalogue, vectors.schema(), history, asOf));
  }

  private Candidate candidate(
      History history, FeatureVector vector, @Nullable Score score, Map<String, Double> declared) {
    @Nullable MarketRegistration registration =
        new Observation(history, vector.asOf()).newest(MarketRegistration.FEED).orElse(null);
    return Candidate.of(catalogue, vector)
        .registration(registration)
        .score(score)
        .declared(declared)
        .build();
  }
}
