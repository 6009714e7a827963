package org.xinyidai.engine.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.RawRecord;
import org.xinyidai.engine.ingest.Receipt.Status;
import org.xinyidai.engine.ledger.Deadlines;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.NewFact;
import org.xinyidai.engine.store.NewFact.Outcome;
import org.xinyidai.engine.store.Shards;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.record.Validated.Reason;
import org.xinyidai.models.record.Validated.Rejected;

/**
 * Some rows of a batch that become durable together with the progress over them. Filled by the
 * thread that reads, decided by the store's writer.
 */
final class Chunk implements Command<Receipt> {
  private final Feed<?> feed;
  private final Batch batch;
  private final Shards shards;
  private final InvoiceMarks marks;
  private final long afterLine;
  private final LocalDate receivedOn;
  private final Deadlines deadlines;
  private Aftercare watcher = Aftercare.NONE;
  private final List<NewFact> facts = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
  private long lastLine;
  private long voided;
  private long red;
  private Status status = Status.RUNNING;
  private @Nullable String problem;

  /**
   * An empty chunk.
   *
   * @param deadlines by the day on which the rows first came
   */
  Chunk(Feed<?> feed, Batch batch, Deadlines deadlines, Shards shards, long afterLine) {
    this.deadlines = deadlines;
    this.feed = feed;
    this.batch = batch;
    this.shards = shards;
    this.afterLine = afterLine;
    lastLine = afterLine;
    marks = new InvoiceMarks(feed);
    receivedOn = batch.receivedOn();
  }

  /** An empty chunk for the rows behind this one's. */
  Chunk following() {
    return new Chunk(feed, batch, deadlines, shards, lastLine).watchedBy(watcher);
  }

  /** Tells of every sound row. */
  Chunk watchedBy(Aftercare aftercare) {
    watcher = aftercare;
    return this;
  }

  int size() {
    return facts.size() + rejected.size();
  }

  /** Checks a record and keeps it as a fact to be or as a refused row. */
  void add(RawRecord record) {
    Validated<Row> validated = record.validate(feed, receivedOn);
    lastLine = record.line();
    if (validated instanceof Accepted<Row> accepted) {
      Row row = accepted.value();
      voided += marks.isVoid(row) ? 1 : 0;
      red += marks.isRed(row) ? 1 : 0;
      facts.add(NewFact.of(shards, feed, row));
      watcher.accepted(feed, row);
    } else if (validated instanceof Rejected<Row> refusal) {
      reasons.merge(refusal.reason(), 1L, Long::sum);
      voided += marks.isVoid(record) ? 1 : 0;
      red += marks.isRed(record) ? 1 : 0;
      rejected.add(
          new RejectedRow(
              batch.source(),
              lastLine,
              refusal.field(),
              refusal.reason(),
              record.raw(),
              record.named()));
    }
  }

  /** No row follows; the batch is finished once this chunk is durable. */
  void last() {
    status = Status.COMPLETE;
  }

  /** Nothing behind these rows could be read. */
  void brokenBy(String why) {
    status = Status.BROKEN;
    problem = why;
  }

  /**
   * Nothing is added any more: the facts are put in order for the writer. Those of equal key stay
   * in order of arrival, so a row that corrects another still comes behind it.
   */
  Chunk seal() {
    facts.sort(NewFact.KEY_ORDER);
    return this;
  }

  @Override
  public Receipt decide(Changes changes) {
    Receipt before = Batches.find(changes, batch.id()).orElseThrow();
    if (before.lastLine() != afterLine || before.isFinished()) {
      throw new IllegalStateException(
          "batch %s stands at line %d, rows behind %d cannot follow"
              .formatted(batch.id(), before.lastLine(), afterLine));
    }
    ChunkTally tally = new ChunkTally(feed, batch, deadlines);
    Counts counts = before.counts().plus(takeFacts(changes, tally));
    for (RejectedRow row : rejected) {
      Batches.quarantine(changes, batch, row);
      tally.rejected(row);
    }
    if (rejected.stream().anyMatch(RejectedRow::lacksCode)) {
      Unweighed.mark(changes, batch.id());
    }
    tally.put(changes);
    Receipt after = new Receipt(before.batch(), status, counts, lastLine, problem);
    Batches.put(changes, after);
    return after;
  }

  private Counts takeFacts(Changes changes, ChunkTally tally) {
    Instant knownAt = batch.knownAt() == null ? changes.instant() : batch.knownAt();
    long added = 0;
    long corrected = 0;
    @Nullable NewFact touched = null;
    for (NewFact fact : facts) {
      Outcome outcome = fact.take(changes, knownAt);
      tally.taken(fact, outcome);
      switch (outcome) {
        case NEW -> added++;
        case CORRECTED -> corrected++;
        case REPEATED -> {
          continue;
        }
      }
      if (touched == null || !touched.sameEnterprise(fact)) {
        fact.touch(changes);
        ScoredInBatch.mark(changes, batch, fact, knownAt);
        touched = fact;
      }
    }
    long accepted = added + corrected;
    long repeated = facts.size() - accepted;
    return new Counts(size(), accepted, corrected, repeated, rejected.size(), reasons, voided, red);
  }
}
