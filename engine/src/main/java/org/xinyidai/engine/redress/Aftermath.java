package org.xinyidai.engine.redress;

import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.archive.Reading;
import org.xinyidai.engine.archive.ScoreArchive;
import org.xinyidai.engine.archive.ScoreShares;
import org.xinyidai.engine.archive.StoredScore;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notice.Words;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.UndisputedVector.Moment;

/**
 * What follows from a step in a case (重新评分与告知): every stored score that a lender read is computed
 * again for its own day, and where it is not the same, each lender that read it is told and may
 * read the new one as long as it might the old.
 */
public final class Aftermath {
  private static final String LENDER = "bank";

  private final Store store;
  private final Vectors vectors;
  private final Scores scores;
  private final ScoreArchive archive;
  private final ScoreShares shares;
  private final Notices notices;

  /** The rooms that know of scores. */
  public record Rooms(Vectors vectors, Scores scores, ScoreArchive archive, ScoreShares shares) {}

  public Aftermath(Store store, Rooms rooms, Notices notices) {
    this.store = store;
    this.vectors = rooms.vectors();
    this.scores = rooms.scores();
    this.archive = rooms.archive();
    this.shares = rooms.shares();
    this.notices = notices;
  }

  /** Told again it changes nothing: a notice of one step and score is one notice. */
  void tell(CaseFile file) {
    for (StoredScore stored : archive.served(file.uscc())) {
      List<String> lenders = lenders(stored);
      if (!lenders.isEmpty()) {
        again(stored, file)
            .filter(fresh -> !fresh.id().equals(stored.id()))
            .ifPresent(fresh -> tell(file, stored, fresh, lenders));
      }
    }
  }

  private List<String> lenders(StoredScore stored) {
    return archive.readings(stored.id()).stream()
        .map(Reading::reader)
        .filter(reader -> reader.role().equals(LENDER))
        .map(Reader::organisation)
        .distinct()
        .toList();
  }

  /** By the model that serves under the same name now, for the day of the old score. */
  private Optional<StoredScore> again(StoredScore stored, CaseFile file) {
    Moment moment = new Moment(stored.vector().asOf(), store.instant());
    Optional<Scored> scored =
        scores.score(vectors.at(file.uscc(), moment), stored.score().modelId());
    Reader reader = new Reader("platform", "xinyidai", Reader.Why.RECOMPUTED, file.id());
    return scored.map(one -> archive.serve(one, reader));
  }

  private void tell(CaseFile file, StoredScore old, StoredScore fresh, List<String> lenders) {
    Words words =
        new Words(
            "您查询过的评分 %s（%d分）所依据的一条“%s”记录经%s现为“%s”，同一观察日重新评分为 %s，请以新评分为准"
                .formatted(
                    old.id(),
                    old.score().points(),
                    file.fact().feed().titleZh(),
                    file.kind().titleZh(),
                    Procedure.titleZh(file.kind(), file.last().state()),
                    fresh.id()),
            "A record of feed %s behind score %s (%d points), which you read, is now %s; scored again for the same day it is %s"
                .formatted(
                    file.fact().feed().id(),
                    old.id(),
                    old.score().points(),
                    file.last().state(),
                    fresh.id()));
    List<ScoreShares.Share> held = shares.holding(old.id(), store.instant());
    store.execute(
        changes -> {
          for (String lender : lenders) {
            notices.put(
                changes,
                new Notice(
                    lender,
                    Notice.Kind.SCORE_CHANGED,
                    file.last().at(),
                    file.id(),
                    old.id().toString(),
                    words));
          }
          held.forEach(share -> shares.put(changes, fresh.id(), share.lender(), share.until()));
          return lenders.size();
        });
  }
}
