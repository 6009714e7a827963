package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.resolution.Case;
import org.xinyidai.engine.resolution.Round;

/** A row without a code on its way to its enterprise, as the API shows it (待归集记录). */
record CaseView(
    String id,
    String batchId,
    long line,
    String feed,
    String status,
    Map<String, String> row,
    List<Candidate> candidates,
    List<Decision> decisions,
    @Nullable Filing filed) {

  /** An enterprise that it may mean, with what speaks for and against it. */
  record Candidate(String uscc, double confidence, List<String> evidence) {}

  /** What a person decided, or took back. */
  record Decision(Instant at, String by, @Nullable String uscc, String note, boolean undoes) {}

  /** Where it is filed. */
  record Filing(String uscc, String batchId, long line) {}

  /** What weighing came to. */
  record Weighed(int filed, int queued, int unresolved) {
    static Weighed of(Round round) {
      return new Weighed(round.filed(), round.queued(), round.unresolved());
    }
  }

  /** A case after a decision, and what became of the rows that the decision concerns. */
  record Decided(CaseView resolution, Weighed replayed) {}

  /** What the office sends: whose row it is, null for nobody's. */
  record Decide(@Nullable String uscc, @Nullable String note) {}

  /** What the office sends to take a decision back. */
  record Undo(@Nullable String note) {}

  static CaseView of(Case each) {
    return new CaseView(
        each.id(),
        each.batch(),
        each.line(),
        each.feed(),
        each.status().name().toLowerCase(Locale.ROOT),
        each.named(),
        each.candidates().stream()
            .map(c -> new Candidate(c.uscc(), c.confidence(), c.evidence()))
            .toList(),
        each.decisions().stream()
            .map(d -> new Decision(d.at(), d.by(), d.uscc(), d.note(), d.undoes()))
            .toList(),
        each.filed().map(f -> new Filing(f.uscc(), f.batch(), f.line())).orElse(null));
  }
}
