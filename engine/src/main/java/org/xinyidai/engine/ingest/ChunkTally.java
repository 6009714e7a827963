package org.xinyidai.engine.ingest;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.engine.ledger.Cell;
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
  private final Map<Cell, Tally> tallies = new HashMap<>();
  private final Map<String, Tally> byDistrict = new HashMap<>();

  ChunkTally(Feed<?> feed, Batch batch, Deadlines deadlines) {
    this.feed = feed;
    this.batch = batch;
    this.deadlines = deadlines;
  }

  void taken(NewFact fact, Outcome outcome) {
    boolean inTime = deadlines.isInTime(fact.epochDay(), batch.receivedOn());
    Tally tally =
        outcome == Outcome.REPEATED
            ? Tally.repeated(inTime)
            : Tally.accepted(outcome == Outcome.CORRECTED, inTime);
    byDistrict.merge(fact.divisionCode(), tally, Tally::plus);
  }

  void rejected(RejectedRow row) {
    Tally tally = Tally.rejected(row.field().equals(Column.USCC.name()));
    byDistrict.merge(Cell.UNKNOWN, tally, Tally::plus);
  }

  /** Puts the sums into the ledger, in the change that stores the rows. */
  void put(Changes changes) {
    Optional<Batch> refused =
        batch.refiledFrom().flatMap(id -> Batches.find(changes, id)).map(Receipt::batch);
    if (refused.isPresent()) {
      Tally resolved = Tally.NONE;
      for (Tally tally : byDistrict.values()) {
        resolved = resolved.plus(Tally.resolved(tally.accepted() + tally.repeated()));
      }
      tallies.put(cell(refused.get()), resolved);
    } else {
      byDistrict.forEach((district, tally) -> tallies.put(cell(batch).in(district), tally));
    }
    Ledger.add(changes, tallies);
  }

  private Cell cell(Batch of) {
    return new Cell(
        YearMonth.from(of.receivedOn()), feed.id(), of.sender(feed.source()), Cell.UNKNOWN);
  }
}
