package org.xinyidai.engine.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.Observation;
import org.xinyidai.models.history.History;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.match.DryRun;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.Uscc;

/**
 * Tries products on the present enterprises (产品试运行服务): on every kept vector, shard by shard. What
 * enterprises declare with a demand is not known of them here.
 */
public final class Trials {
  private final Store store;
  private final Vectors vectors;
  private final Scores scores;
  private final Shelf shelf;
  private final AttributeCatalogue catalogue;

  public Trials(
      Store store, Vectors vectors, Scores scores, Shelf shelf, AttributeCatalogue catalogue) {
    this.store = store;
    this.vectors = vectors;
    this.scores = scores;
    this.shelf = shelf;
    this.catalogue = catalogue;
  }

  /** Tries a draft against the version that is offered on the day, for its lender to see. */
  public Trial of(ProductDraft draft, LocalDate day, CountCover cover) {
    Optional<LoanProduct> before = shelf.offered(draft.product().id(), day);
    DryRun.Report report = run(draft.product(), before.orElse(null), day);
    return Trial.of(
        report,
        draft,
        before.orElse(null),
        report.coverage().warnings(draft.product(), catalogue),
        new Trial.Covered(day, cover));
  }

  /**
   * The exact counts, for those who run the platform.
   *
   * @param before the version to hold it against, null where there is none
   */
  public DryRun.Report run(LoanProduct product, @Nullable LoanProduct before, LocalDate day) {
    return IntStream.range(0, store.shards().count())
        .parallel()
        .mapToObj(shard -> run(shard, product, before, day))
        .reduce(DryRun::add)
        .map(DryRun::report)
        .orElseThrow();
  }

  private DryRun run(int shard, LoanProduct product, @Nullable LoanProduct before, LocalDate day) {
    DryRun run = new DryRun(catalogue, product, before, shelf.rules(), day);
    Map<Uscc, MarketRegistration> registered = registered(shard, day);
    vectors.forEach(shard, vector -> add(run, vector, registered.get(vector.uscc())));
    return run;
  }

  private void add(DryRun run, FeatureVector vector, @Nullable MarketRegistration registration) {
    Candidate candidate =
        Candidate.of(catalogue, vector)
            .registration(registration)
            .score(scores.score(vector).orElse(null))
            .build();
    run.add(candidate, registration == null ? "" : registration.divisionCode());
  }

  private Map<Uscc, MarketRegistration> registered(int shard, LocalDate day) {
    Map<Uscc, MarketRegistration> found = new HashMap<>();
    int register = MarketRegistration.FEED.number();
    new Histories(store)
        .forEachOf(
            shard,
            register,
            register,
            (uscc, facts) ->
                new Observation(History.knownAt(Instant.MAX, uscc, facts), day)
                    .newest(MarketRegistration.FEED)
                    .ifPresent(one -> found.put(uscc, one)));
    return found;
  }
}
