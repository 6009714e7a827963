package org.xinyidai.engine.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.Reader.Why;
import org.xinyidai.engine.ingest.ScoredInBatch;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.subject.Uscc;

/**
 * What late and corrected facts touch (迟报、更正数据影响分析): the stored scores whose model reads the feed
 * and whose day is not before the fact, and the decisions that stood on them.
 */
public final class TouchedScores {
  private final Store store;
  private final ScoreArchive archive;
  private final Vectors vectors;
  private final Scores scores;

  public TouchedScores(Store store, ScoreArchive archive, Vectors vectors, Scores scores) {
    this.store = store;
    this.archive = archive;
    this.vectors = vectors;
    this.scores = scores;
  }

  /**
   * One stored score that would perhaps be another today.
   *
   * @param facts that became known after it, as {@code feed.day}, with how many there are
   * @param pointsNow by the same model for the same day with what is known now; null where that
   *     model serves no more
   * @param demands numbers of the demands that were matched by it
   */
  public record Touch(
      StoredScore stored,
      Map<String, Long> facts,
      @Nullable Integer pointsNow,
      List<String> demands) {
    public Touch {
      facts = new LinkedHashMap<>(facts);
      demands = List.copyOf(demands);
    }
  }

  /** The stored scores of an enterprise that facts known later touch, the newest score first. */
  public List<Touch> of(Uscc uscc) {
    return of(uscc, Instant.MAX, fact -> true);
  }

  /**
   * The stored scores that a batch touches.
   *
   * @param skip enterprises of the pages before
   * @param limit enterprises looked at
   */
  public List<Touch> ofBatch(String batchId, Feed<?> feed, int skip, int limit) {
    List<Touch> touched = new ArrayList<>();
    for (ScoredInBatch.Enterprise one : ScoredInBatch.of(store, batchId, skip, limit)) {
      Predicate<Fact<?>> brought =
          fact -> fact.feed().equals(feed) && fact.knownAt().equals(one.knownAt());
      touched.addAll(of(one.uscc(), one.writtenAt(), brought));
    }
    return touched;
  }

  /** Whether a batch has no enterprises behind so many. */
  public boolean isLastPage(String batchId, int skip) {
    return ScoredInBatch.of(store, batchId, skip, 1).isEmpty();
  }

  private List<Touch> of(Uscc uscc, Instant storedBefore, Predicate<Fact<?>> which) {
    List<Touch> touched = new ArrayList<>();
    List<Fact<?>> facts = new Histories(store).facts(uscc).stream().filter(which).toList();
    for (StoredScore stored : archive.of(uscc)) {
      boolean before = stored.storedAt().isBefore(storedBefore);
      Map<String, Long> touching = before ? touching(stored, facts, storedBefore) : Map.of();
      if (!touching.isEmpty()) {
        touched.add(new Touch(stored, touching, pointsNow(stored), demands(stored)));
      }
    }
    return touched;
  }

  /** For one enterprise what counts is what was not known; for a batch, what it brought. */
  private Map<String, Long> touching(
      StoredScore stored, List<Fact<?>> facts, Instant storedBefore) {
    Set<Feed<?>> read = feedsRead(stored);
    Instant knownAt = stored.vector().knownAt();
    boolean ofBatch = !storedBefore.equals(Instant.MAX);
    return facts.stream()
        .filter(fact -> ofBatch || fact.knownAt().isAfter(knownAt))
        .filter(fact -> !fact.record().day().isAfter(stored.vector().asOf()))
        .filter(fact -> read.contains(fact.feed()))
        .collect(
            Collectors.groupingBy(
                fact -> fact.feed().id() + "." + fact.record().day(),
                LinkedHashMap::new,
                Collectors.counting()));
  }

  /** The feeds that the score's model reads; all where the model serves no more. */
  private Set<Feed<?>> feedsRead(StoredScore stored) {
    Optional<Set<String>> inputs = scores.inputs(stored.score().modelId());
    return vectors.schema().features().stream()
        .filter(feature -> inputs.map(names -> names.contains(feature.name())).orElse(true))
        .map(FeatureDefinition::feeds)
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  private @Nullable Integer pointsNow(StoredScore stored) {
    Moment moment = new Moment(stored.vector().asOf(), store.instant());
    return scores
        .score(vectors.at(stored.id().uscc(), moment), stored.score().modelId())
        .map(scored -> scored.score())
        .map(Score::points)
        .orElse(null);
  }

  private List<String> demands(StoredScore stored) {
    return archive.readings(stored.id()).stream()
        .map(Reading::reader)
        .filter(reader -> reader.why() == Why.DEMAND)
        .map(Reader::subject)
        .toList();
  }
}
