package org.xinyidai.engine.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.models.explanation.Explanation;
import org.xinyidai.models.explanation.PeerGroup;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.Observation;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.MarketRegistration;

/**
 * Explains a score beside peers and beside last month (评分解释). Reads the enterprise's own facts and
 * a few figures of the table of peers.
 */
public final class Explainer {
  /** Days end by the office's clock. */
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private final Vectors vectors;
  private final Scores scores;
  private final PeerTable peers;

  public Explainer(Vectors vectors, Scores scores, PeerTable peers) {
    this.vectors = vectors;
    this.scores = scores;
    this.peers = peers;
  }

  /** The peers that scores are held against. */
  public PeerTable peers() {
    return peers;
  }

  /**
   * Explains a score; the month before is told by what was known at its end.
   *
   * @param history what was known for the score
   */
  public Explanation explain(Scored scored, History history) {
    FeatureVector now = scored.from().vector();
    LocalDate day = now.asOf().minusMonths(Explanation.MONTHS_BACK);
    Instant then = day.atTime(LocalTime.MAX).toInstant(BEIJING);
    Instant knownThen = then.isBefore(history.knownAt()) ? then : history.knownAt();
    FeatureVector before = vectors.at(vectors.history(history.uscc(), knownThen), day).vector();
    Explanation.Sources sources =
        new Explanation.Sources(
            scored.score(),
            before,
            now,
            PeerGroup.of(
                new Observation(history, now.asOf()).newest(MarketRegistration.FEED).orElse(null)));
    return Explanation.of(scores.scorer(scored.model()), sources, peers);
  }
}
