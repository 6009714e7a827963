package org.xinyidai.engine.resolution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.Aftercare;
import org.xinyidai.engine.ingest.Batch;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.ingest.Refiling;
import org.xinyidai.engine.ledger.Deadlines;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.ledger.Tally;
import org.xinyidai.engine.resolution.Case.Filing;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.NewFact;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.subject.Uscc;

/**
 * Puts rows under their enterprise and takes them back (归档与撤回), with the quality ledger in step: a
 * row counts as resolved while its fact holds.
 */
final class CaseFiling {
  private final Store store;
  private final Batches batches;
  private final Refiling refiling;

  /**
   * A desk for filing.
   *
   * @param watcher told of the rows as they are filed
   */
  CaseFiling(Store store, Aftercare watcher) {
    this.store = store;
    batches = new Batches(store);
    refiling = new Refiling(new Ingest(store, watcher));
  }

  /**
   * Files the rows of cases of one batch, each under its first candidate, in one batch.
   *
   * @param knownAt when the facts count as known; null means now
   */
  List<Filing> file(Feed<?> feed, String batchId, List<Case> sure, @Nullable Instant knownAt) {
    List<Filing> filings = new ArrayList<>();
    if (sure.isEmpty()) {
      return filings;
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (Case each : sure) {
      rows.add(Refiling.with(feed, each.named(), 0, each.candidates().get(0).uscc()));
    }
    Receipt receipt = refiling.file(feed, batchId, rows, knownAt);
    for (Case each : sure) {
      String uscc = each.candidates().get(0).uscc();
      filings.add(new Filing(uscc, receipt.batch().id(), filings.size() + 1L));
    }
    LocalDate receivedOn = receipt.batch().receivedOn();
    store.execute(
        changes -> {
          for (int i = 0; i < sure.size(); i++) {
            String origin = sure.get(i).id();
            Refiling.fact(store.shards(), feed, rows.get(i), receivedOn)
                .ifPresent(fact -> fact.trace(changes, origin));
          }
          return sure.size();
        });
    return filings;
  }

  /**
   * Moves a row from where it is filed, if anywhere, to another enterprise or to none.
   *
   * @param to null for none
   * @param next makes the case as it will be out of the moment and the new filing
   */
  Case move(Case known, @Nullable Uscc to, BiFunction<Instant, @Nullable Filing, Case> next) {
    Feed<?> feed = Feeds.byId(known.feed()).orElseThrow();
    Filing before = known.filing();
    boolean same = before != null && to != null && before.uscc().equals(to.value());
    Filing now = same ? before : to == null ? null : refile(feed, known, to);
    return store.execute(
        changes -> {
          if (!same) {
            Optional.ofNullable(before).ifPresent(old -> withdraw(changes, feed, known, old));
            Optional.ofNullable(now).ifPresent(filed -> restore(changes, feed, known, filed));
            Optional.ofNullable(now)
                .flatMap(filed -> fact(feed, known, filed))
                .ifPresent(fact -> fact.trace(changes, known.id()));
          }
          Case after = next.apply(changes.instant(), now);
          Cases.put(changes, after);
          return after;
        });
  }

  private Filing refile(Feed<?> feed, Case known, Uscc uscc) {
    Map<String, String> row = Refiling.with(feed, known.named(), 0, uscc.value());
    Receipt receipt = refiling.file(feed, known.id(), List.of(row), null);
    return new Filing(uscc.value(), receipt.batch().id(), 1);
  }

  private void withdraw(Changes changes, Feed<?> feed, Case known, Filing filing) {
    fact(feed, known, filing)
        .filter(fact -> fact.withdraw(changes, changes.instant()))
        .ifPresent(fact -> count(changes, feed, known, fact, -1));
  }

  private void restore(Changes changes, Feed<?> feed, Case known, Filing filing) {
    fact(feed, known, filing)
        .filter(fact -> fact.restore(changes, changes.instant()))
        .ifPresent(fact -> count(changes, feed, known, fact, 1));
  }

  private void count(Changes changes, Feed<?> feed, Case known, NewFact fact, int rows) {
    Batch origin = batches.origin(batches.find(known.batch()).orElseThrow().batch());
    boolean inTime = new Deadlines(feed, origin.receivedOn()).isInTime(fact.epochDay());
    Ledger.add(changes, Map.of(origin.cell(feed), Tally.resolved(rows, inTime ? rows : 0)));
  }

  /** The fact that a filed row became; empty when ingest refused the row for another reason. */
  private Optional<NewFact> fact(Feed<?> feed, Case known, Filing filing) {
    Batch batch = batches.find(filing.batch()).orElseThrow().batch();
    Map<String, String> row = Refiling.with(feed, known.named(), 0, filing.uscc());
    return Refiling.fact(store.shards(), feed, row, batch.receivedOn());
  }
}
