package org.xinyidai.engine.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.models.dispute.Effect;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.Observation;
import org.xinyidai.models.history.History;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.match.FutureValues;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.match.Matches;
import org.xinyidai.models.match.ProductAdvice;
import org.xinyidai.models.match.ProductAdviser;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.score.ActionCatalogue;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.subject.Uscc;

/** Matches an enterprise with the products on the shelf (智能匹配服务). Requirement B3. */
public final class Matching {
  private final Vectors vectors;
  private final Scores scores;
  private final Shelf shelf;
  private final AttributeCatalogue catalogue;

  public Matching(Vectors vectors, Scores scores, Shelf shelf, AttributeCatalogue catalogue) {
    this.vectors = vectors;
    this.scores = scores;
    this.shelf = shelf;
    this.catalogue = catalogue;
  }

  /**
   * Every product in effect on the day: offered, or withheld with every reason.
   *
   * @param declared what the enterprise says of itself, by name of a declared attribute
   */
  public Matches match(
      Uscc uscc,
      LoanRequest request,
      Map<String, Double> declared,
      LocalDate asOf,
      Instant knownAt) {
    return decide(uscc, request, declared, new Moment(asOf, knownAt)).matches();
  }

  /** The same with the score that it stands on. */
  public Decided decide(Uscc uscc, LoanRequest request, Map<String, Double> declared, Moment at) {
    History history = vectors.history(uscc, at.knownAt());
    UndisputedVector vector = vectors.at(history, at.asOf());
    Optional<Scored> scored = scores.score(vector, null);
    @Nullable Score score = scored.map(Scored::score).orElse(null);
    Matches matches = match(history, vector.vector(), score, request, declared);
    return new Decided(matches, scored, vector.touched());
  }

  /**
   * A decision and its base.
   *
   * @param scored empty where no model serves yet
   * @param disputed by the name of a feature, what an open dispute does to it
   */
  public record Decided(Matches matches, Optional<Scored> scored, Map<String, Effect> disputed) {
    public Decided {
      disputed = Map.copyOf(disputed);
    }
  }

  /** The same for a history that was read already. */
  public Matches match(
      History history, LoanRequest request, Map<String, Double> declared, LocalDate asOf) {
    FeatureVector vector = vectors.at(history, asOf).vector();
    return match(history, vector, scores.score(vector).orElse(null), request, declared);
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
            shelf.rules(),
            ActionCatalogue.FOR_PRODUCTS,
            scored.map(one -> scores.scorer(one.model())).orElse(null));
    return adviser.advise(
        product,
        candidate(history, vector.vector(), scored.map(Scored::score).orElse(null), declared),
        FutureValues.of(catalogue, vectors.schema(), history, asOf));
  }

  private Matches match(
      History history,
      FeatureVector vector,
      @Nullable Score score,
      LoanRequest request,
      Map<String, Double> declared) {
    LocalDate asOf = vector.asOf();
    return shelf
        .matcher(asOf)
        .match(
            candidate(history, vector, score, declared),
            request,
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
