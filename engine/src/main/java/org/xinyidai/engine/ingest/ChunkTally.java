package org.xinyidai.engine.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ledger.Cell;
import org.xinyidai.engine.ledger.CodeFaults;
import org.xinyidai.engine.ledger.Deadlines;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.ledger.Tally;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.NewFact;
import org.xinyidai.engine.store.NewFact.Outcome;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;

/**
 * What a chunk adds to the quality ledger. Rows of a refiled batch were counted as received and
 * rejected before, in the cell of the batch that refused them: there they now count as resolved.
 */
final class ChunkTally {
  private final Feed<?> feed;
  private final Batch batch;
  private final Deadlines deadlines;
  private final Map<String, Sum> byDistrict = new HashMap<>();
  private final Map<Character, Long> wrongCodes = new HashMap<>();
  private @Nullable NewFact last;
  private Sum sum = new Sum();

  /** Adds up without an object for each row; rows of one enterprise stand side by side. */
  private static final class Sum {
    private long accepted;
    private long corrected;
    private long repeated;
    private long rejected;
    private long inTime;
    private long codeErrors;

    Tally tally() {
      long received = accepted + repeated + rejected;
      return new Tally(received, accepted, corrected, repeated, rejected, inTime, 0, codeErrors);
    }
  }

  ChunkTally(Feed<?> feed, Batch batch, Deadlines deadlines) {
    this.feed = feed;
    this.batch = batch;
    this.deadlines = deadlines;
  }

  void taken(NewFact fact, Outcome outcome) {
    if (last == null || !last.sameEnterprise(fact)) {
      sum = byDistrict.computeIfAbsent(fact.divisionCode(), district -> new Sum());
      last = fact;
    }
    switch (outcome) {
      case NEW -> sum.accepted++;
      case CORRECTED -> {
        sum.accepted++;
        sum.corrected++;
      }
      case REPEATED -> sum.repeated++;
    }
    if (deadlines.isInTime(fact.epochDay())) {
      sum.inTime++;
    }
  }

  void rejected(RejectedRow row) {
    Sum unknown = byDistrict.computeIfAbsent(Cell.UNKNOWN, district -> new Sum());
    unknown.rejected++;
    if (row.field().equals(Column.USCC.name())) {
      unknown.codeErrors++;
      code(row).ifPresent(first -> wrongCodes.merge(first, 1L, Long::sum));
    }
  }

  /** What a wrong code begins with; empty for a row without one. */
  private Optional<Character> code(RejectedRow row) {
    return feed.columns().get(0).headers().stream()
        .map(header -> row.named().getOrDefault(header, "").strip())
        .filter(text -> !text.isEmpty())
        .map(text -> text.charAt(0))
        .findFirst();
  }

  /** Puts the sums into the ledger, in the change that stores the rows. */
  void put(Changes changes) {
    Batch origin = Batches.origin(changes, batch);
    Map<Cell, Tally> tallies = new HashMap<>();
    if (origin.equals(batch)) {
      byDistrict.forEach(
          (district, each) -> tallies.put(batch.cell(feed).in(district), each.tally()));
      Map<CodeFaults.Fault, Long> faults = new HashMap<>();
      wrongCodes.forEach(
          (first, count) -> faults.put(new CodeFaults.Fault(batch.cell(feed), first), count));
      CodeFaults.add(changes, faults);
    } else {
      long filed = byDistrict.values().stream().mapToLong(s -> s.accepted + s.repeated).sum();
      long inTime = byDistrict.values().stream().mapToLong(s -> s.inTime).sum();
      tallies.put(origin.cell(feed), Tally.resolved(filed, inTime));
    }
    Ledger.add(changes, tallies);
  }
}
