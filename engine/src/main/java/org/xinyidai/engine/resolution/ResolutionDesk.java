package org.xinyidai.engine.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.Batch;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.ingest.Refiling;
import org.xinyidai.engine.ingest.RejectedRow;
import org.xinyidai.engine.resolution.Case.Decision;
import org.xinyidai.engine.resolution.Case.Filing;
import org.xinyidai.engine.resolution.Case.Status;
import org.xinyidai.engine.resolution.Case.Suggestion;
import org.xinyidai.engine.store.NewFact;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated;
import org.xinyidai.models.resolution.Candidate;
import org.xinyidai.models.resolution.Claim;
import org.xinyidai.models.resolution.Resolution;
import org.xinyidai.models.resolution.Thresholds;
import org.xinyidai.models.subject.PlaceNames;
import org.xinyidai.models.subject.Uscc;

/**
 * Where refused rows without a code find their enterprise (主体归集台, C4): by weighing, or by a person.
 * What a person decided may be decided otherwise later: the fact under the wrong enterprise is then
 * withdrawn, and stays in every history that was known before. Blocks, and belongs to one thread:
 * call it on a worker.
 */
public final class ResolutionDesk implements AutoCloseable {
  /** Rows of quarantine that are held in memory at a time. */
  private static final int PAGE = 1_000;

  private static final int SHOWN_CANDIDATES = 5;

  private final Store store;
  private final Batches batches;
  private final Cases cases;
  private final Refiling refiling;
  private final IdentityReader reader;
  private final Thresholds thresholds;
  private EnterpriseIndex index = new EnterpriseIndex();
  private Resolutions resolutions;

  /** Reads the register out of the store. */
  public ResolutionDesk(Store store, Ingest ingest, PlaceNames places, Thresholds thresholds) {
    this.store = store;
    batches = new Batches(store);
    cases = new Cases(store);
    refiling = new Refiling(ingest);
    reader = new IdentityReader(places);
    this.thresholds = thresholds;
    resolutions = learn();
  }

  /**
   * Reads the register anew, with all that came since and all that persons decided, and weighs
   * again every case that is open: what one decision taught may settle others.
   */
  public Round replay() {
    index.close();
    index = new EnterpriseIndex();
    resolutions = learn();
    Set<String> open = new TreeSet<>();
    cases.forEach(
        each -> {
          if (!each.isFiled() && !each.isDecided()) {
            open.add(each.batch());
          }
        });
    return open.stream().map(this::resolve).reduce(new Round(0, 0, 0), Round::plus);
  }

  private Resolutions learn() {
    LiveRegister register = LiveRegister.of(store, reader);
    register.entries().forEach(index::put);
    index.refresh();
    return new Resolutions(register, index, thresholds);
  }

  /** What a round of weighing came to. */
  public record Round(int filed, int queued, int unresolved) {
    Round plus(Round other) {
      return new Round(filed + other.filed, queued + other.queued, unresolved + other.unresolved);
    }
  }

  /** Weighs every refused row of a batch that lacks a code and is not filed or decided. */
  public Round resolve(String batchId) {
    Receipt receipt =
        batches
            .find(batchId)
            .orElseThrow(() -> new IllegalArgumentException("no batch " + batchId));
    Feed<?> feed = Feeds.byId(receipt.batch().feed()).orElseThrow();
    Round round = new Round(0, 0, 0);
    List<RejectedRow> page = batches.rejected(batchId, 0, PAGE);
    while (!page.isEmpty()) {
      round = round.plus(resolve(feed, batchId, page));
      page = batches.rejected(batchId, page.get(page.size() - 1).line(), PAGE);
    }
    return round;
  }

  private Round resolve(Feed<?> feed, String batchId, List<RejectedRow> page) {
    List<Case> open = new ArrayList<>();
    List<Map<String, String>> filed = new ArrayList<>();
    List<Case> weighed = new ArrayList<>();
    for (RejectedRow row : page) {
      if (row.lacksCode()) {
        Case known = cases.find(batchId, row.line()).orElseGet(() -> fresh(feed, batchId, row));
        if (!known.isFiled() && !known.isDecided()) {
          open.add(known);
        }
      }
    }
    List<Case> sure = new ArrayList<>();
    for (Case each : open) {
      Claim claim = reader.claim(feed, each.named());
      Resolution resolution = resolutions.resolve(claim);
      if (resolution instanceof Resolution.Filed found) {
        filed.add(Refiling.with(feed, each.named(), 0, found.candidate().uscc().value()));
        sure.add(each.weighed(Status.FILED_AUTOMATICALLY, shown(List.of(found.candidate())), null));
      } else if (resolution instanceof Resolution.Queued found) {
        weighed.add(each.weighed(Status.QUEUED, shown(found.candidates()), null));
      } else {
        weighed.add(each.weighed(Status.UNRESOLVED, List.of(), null));
      }
    }
    int queued = (int) weighed.stream().filter(c -> c.status() == Status.QUEUED).count();
    weighed.addAll(file(feed, batchId, sure, filed));
    cases.put(weighed);
    return new Round(filed.size(), queued, weighed.size() - filed.size() - queued);
  }

  private List<Case> file(
      Feed<?> feed, String batchId, List<Case> sure, List<Map<String, String>> rows) {
    List<Case> filed = new ArrayList<>();
    if (!rows.isEmpty()) {
      Receipt receipt = refiling.file(feed, batchId, rows);
      for (int i = 0; i < rows.size(); i++) {
        Filing filing =
            new Filing(sure.get(i).candidates().get(0).uscc(), receipt.batch().id(), i + 1);
        filed.add(
            sure.get(i).weighed(Status.FILED_AUTOMATICALLY, sure.get(i).candidates(), filing));
      }
    }
    return filed;
  }

  /**
   * A person says whose row it is, or that it is nobody's in the register; also against what was
   * filed before. The same decision again changes nothing.
   *
   * @param uscc null for nobody
   * @return the case after it
   * @throws IllegalArgumentException when there is no such case
   */
  public Case decide(String batchId, long line, @Nullable Uscc uscc, String by, String note) {
    Case known =
        cases
            .find(batchId, line)
            .orElseThrow(() -> new IllegalArgumentException("no case " + batchId + ":" + line));
    Feed<?> feed = Feeds.byId(known.feed()).orElseThrow();
    Optional<Filing> before = known.filed();
    boolean same = before.map(f -> uscc != null && f.uscc().equals(uscc.value())).orElse(false);
    Filing filing = before.orElse(null);
    if (!same) {
      filing = uscc == null ? null : filing(feed, known, uscc);
    }
    Filing now = filing;
    return store.execute(
        changes -> {
          Instant at = changes.instant();
          if (!same) {
            before.flatMap(f -> fact(feed, known, f)).ifPresent(fact -> fact.withdraw(changes, at));
            Optional.ofNullable(now)
                .flatMap(f -> fact(feed, known, f))
                .ifPresent(fact -> fact.restore(changes, at));
          }
          String code = uscc == null ? null : uscc.value();
          Case after = known.decided(new Decision(at, by, code, note), now);
          Cases.put(changes, after);
          return after;
        });
  }

  @Override
  public void close() {
    index.close();
  }

  private Filing filing(Feed<?> feed, Case known, Uscc uscc) {
    Map<String, String> row = Refiling.with(feed, known.named(), 0, uscc.value());
    Receipt receipt = refiling.file(feed, known.id(), List.of(row));
    return new Filing(uscc.value(), receipt.batch().id(), 1);
  }

  /** The fact that a filed row became; empty when ingest refused the row for another reason. */
  private Optional<NewFact> fact(Feed<?> feed, Case known, Filing filing) {
    Batch batch = batches.find(filing.batch()).orElseThrow().batch();
    Map<String, String> row = Refiling.with(feed, known.named(), 0, filing.uscc());
    return Refiling.validate(feed, row, batch.receivedOn()) instanceof Validated.Accepted<Row> ok
        ? Optional.of(NewFact.of(store.shards(), feed, ok.value()))
        : Optional.empty();
  }

  private static Case fresh(Feed<?> feed, String batchId, RejectedRow row) {
    return new Case(
        batchId, row.line(), feed.id(), row.named(), Status.UNRESOLVED, List.of(), List.of(), null);
  }

  private static List<Suggestion> shown(List<Candidate> candidates) {
    return candidates.stream()
        .limit(SHOWN_CANDIDATES)
        .map(
            candidate ->
                new Suggestion(
                    candidate.uscc().value(),
                    candidate.confidence(),
                    candidate.evidence().stream()
                        .map(e -> e.kind().titleZh() + e.agreement().titleZh())
                        .toList()))
        .toList();
  }
}
