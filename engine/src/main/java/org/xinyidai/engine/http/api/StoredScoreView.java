package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.archive.Reading;
import org.xinyidai.engine.archive.Replay;
import org.xinyidai.engine.archive.ScoreShares;
import org.xinyidai.engine.archive.StoredScore;
import org.xinyidai.engine.archive.TouchedScores;

/** A stored score as the API shows it (存档评分): the score, its model's digest, and who read it. */
record StoredScoreView(
    ScoreView score, String modelDigest, Instant storedAt, @Nullable List<ReadingView> readings) {

  /** The answer with its one member. */
  record ScoreList(List<StoredScoreView> scores) {}

  /** Who read it and why; one line for each reader and reason. */
  record ReadingView(
      String role,
      String organisation,
      String why,
      String whyZh,
      String subject,
      Instant firstAt,
      Instant lastAt,
      long count) {
    static ReadingView of(Reading reading) {
      return new ReadingView(
          reading.reader().role(),
          reading.reader().organisation(),
          reading.reader().why().name(),
          reading.reader().why().titleZh(),
          reading.reader().subject(),
          reading.firstAt(),
          reading.lastAt(),
          reading.count());
    }
  }

  /** A lender's authorisation, as posted; {@code days} 0 revokes. */
  record ShareToPost(@Nullable String lender, @Nullable Integer days) {}

  /** A lender's authorisation. */
  record ShareView(String scoreId, String lender, Instant grantedAt, Instant until) {
    static ShareView of(String scoreId, ScoreShares.Share share) {
      return new ShareView(scoreId, share.lender(), share.grantedAt(), share.until());
    }
  }

  /** What a replay found. */
  record ReplayView(
      String scoreId, boolean identical, int elements, List<Replay.Difference> differences) {
    static ReplayView of(Replay.Report report) {
      return new ReplayView(
          report.stored().id().toString(),
          report.identical(),
          report.elements(),
          report.differences());
    }
  }

  /** The answer with its list, and where the next page begins, null on the last. */
  record TouchList(List<TouchView> touched, @Nullable Integer next) {}

  /** A score that later facts touch. */
  record TouchView(
      String scoreId,
      String uscc,
      String asOf,
      int pointsThen,
      @Nullable Integer pointsNow,
      List<FactsView> facts,
      List<String> demands) {
    static TouchView of(TouchedScores.Touch touch) {
      StoredScore stored = touch.stored();
      return new TouchView(
          stored.id().toString(),
          stored.id().uscc().value(),
          stored.vector().asOf().toString(),
          stored.score().points(),
          touch.pointsNow(),
          touch.facts().entrySet().stream()
              .map(e -> new FactsView(e.getKey(), e.getValue()))
              .toList(),
          touch.demands());
    }
  }

  /** Facts of one feed and day. */
  record FactsView(String about, long versions) {}

  /** For those who may know the readers. */
  static StoredScoreView of(StoredScore stored, List<Reading> readings) {
    return new StoredScoreView(
        ScoreView.of(stored, stored.score()),
        stored.modelDigest(),
        stored.storedAt(),
        told(readings));
  }

  /** Who read it; that a model on trial looked at it beside the champion is told to nobody. */
  static List<ReadingView> told(List<Reading> readings) {
    return readings.stream()
        .filter(reading -> reading.reader().why() != Reader.Why.SHADOW)
        .map(ReadingView::of)
        .toList();
  }

  /** For a reader who may not. */
  static StoredScoreView of(StoredScore stored) {
    return new StoredScoreView(
        ScoreView.of(stored, stored.score()), stored.modelDigest(), stored.storedAt(), null);
  }
}
