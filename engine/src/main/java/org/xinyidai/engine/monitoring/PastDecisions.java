package org.xinyidai.engine.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.calendar.HolidayNotices;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.DayKind;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.ranking.PastDecision;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.score.Scorer;

/**
 * What lenders decided, with the grade that each enterprise had on that day (既往审批回溯): from what was
 * known by its end, so that no later word colours it.
 */
public final class PastDecisions {
  /** Applications that took longer were forgotten, not weighed. */
  private static final int LONGEST_DAYS = 400;

  private final Store store;
  private final Vectors vectors;
  private final Scores scores;
  private final LendingResults results;
  private final WorkingCalendar calendar = HolidayNotices.bundled();

  public PastDecisions(Store store, Vectors vectors, Scores scores) {
    this.store = store;
    this.vectors = vectors;
    this.scores = scores;
    this.results = new LendingResults(store);
  }

  /** A stamp that moves with every decision that is kept. */
  public byte[] stamp() {
    return results.newestDecision();
  }

  /**
   * All decisions up to a day, shards side by side.
   *
   * @param champion by which they are graded; empty where no model serves, and nobody has a grade
   */
  public List<PastDecision> upTo(LocalDate day, Optional<ServingModel> champion) {
    @Nullable PastScores past =
        champion.map(model -> new PastScores(vectors, scores.scorer(model))).orElse(null);
    @Nullable Scorer scorer = champion.map(scores::scorer).orElse(null);
    return IntStream.range(0, store.shards().count())
        .parallel()
        .mapToObj(shard -> of(results.decisions(shard), day, past, scorer))
        .toList()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<PastDecision> of(
      List<LenderDecision> decisions,
      LocalDate day,
      @Nullable PastScores past,
      @Nullable Scorer scorer) {
    List<PastDecision> found = new ArrayList<>();
    for (LenderDecision one : decisions) {
      if (!one.decidedOn().isAfter(day)) {
        OptionalDouble risk =
            past == null ? OptionalDouble.empty() : past.risk(one.uscc(), one.decidedOn());
        @Nullable Grade grade =
            scorer == null || risk.isEmpty()
                ? null
                : scorer.model().grades().grade(risk.getAsDouble());
        found.add(
            new PastDecision(one.lender(), one.product(), grade, one.approved(), workingDays(one)));
      }
    }
    return found;
  }

  /** Working days behind the day of the application, up to the decision. */
  private int workingDays(LenderDecision one) {
    if (one.appliedOn() == null
        || one.decidedOn().isBefore(one.appliedOn())
        || one.decidedOn().isAfter(one.appliedOn().plusDays(LONGEST_DAYS))) {
      return PastDecision.UNKNOWN_DAYS;
    }
    int days = 0;
    for (LocalDate day = one.appliedOn(); day.isBefore(one.decidedOn()); ) {
      day = day.plusDays(1);
      DayKind kind = calendar.kindOf(day);
      if (kind == DayKind.UNKNOWN) {
        return PastDecision.UNKNOWN_DAYS;
      }
      days += kind == DayKind.WORKING ? 1 : 0;
    }
    return days;
  }
}
