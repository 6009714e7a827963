package org.xinyidai.engine.market;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.archive.ScoreArchive;
import org.xinyidai.engine.serving.Scored;

/**
 * Keeps the scores that demands are matched by (匹配评分存档). The first reading is durable before the
 * answer leaves; the same reader of the same score is noted again once an hour, so that looking at
 * a page costs no write.
 */
public final class ServedScores {
  private static final Duration ONCE_IN = Duration.ofHours(1);

  /** Readers remembered; who is forgotten is noted again, which does no harm. */
  private static final int REMEMBERED = 10_000;

  private final ScoreArchive archive;
  private final Map<Reader, Noted> noted =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Reader, Noted> eldest) {
          return size() > REMEMBERED;
        }
      };

  public ServedScores(ScoreArchive archive) {
    this.archive = archive;
  }

  private record Noted(Scored scored, String id, Instant at) {}

  /** The number of a score on its way to a reader. */
  public String id(Scored scored, Reader reader, Instant now) {
    synchronized (noted) {
      @Nullable Noted before = noted.get(reader);
      if (before != null
          && before.scored().equals(scored)
          && now.isBefore(before.at().plus(ONCE_IN))) {
        return before.id();
      }
    }
    String id = archive.serve(scored, reader).id().toString();
    synchronized (noted) {
      noted.put(reader, new Noted(scored, id, now));
    }
    return id;
  }
}
