package org.xinyidai.engine.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.cleaning.Cleaning.Status;
import org.xinyidai.engine.ingest.Aftercare;
import org.xinyidai.engine.ingest.Batch;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.ingest.Refiling;
import org.xinyidai.engine.ingest.RejectedRow;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.resolution.Case;
import org.xinyidai.engine.resolution.Cases;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.cleaning.CleaningRule.Policy;
import org.xinyidai.models.cleaning.CleaningRules;
import org.xinyidai.models.cleaning.Correction;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated;
import org.xinyidai.models.record.Validated.Rejected;

/**
 * Mends the refused rows of a batch (数据清洗台, C23): by itself where every rule that is needed is
 * certain, else by the word of a person. Blocks: call it on a worker.
 */
public final class CleaningDesk implements Aftercare {
  /** Rows of quarantine that are held in memory at a time. */
  private static final int PAGE = 1_000;

  /** Columns mended in one row at most; a row with more faults is not that row any more. */
  private static final int MOST_CORRECTIONS = 4;

  private final Store store;
  private final Batches batches;
  private final Refiling refiling;
  private final CleaningRules rules;
  private final Cases cases;

  public CleaningDesk(Store store, Ingest ingest, CleaningRules rules) {
    this.store = store;
    this.rules = rules;
    batches = new Batches(store);
    cases = new Cases(store);
    refiling = new Refiling(ingest);
  }

  /** What a round came to (清洗轮次结果). */
  public record Round(int applied, int suggested) {
    Round plus(Round other) {
      return new Round(applied + other.applied, suggested + other.suggested);
    }
  }

  /** The rules in force. */
  public CleaningRules rules() {
    return rules;
  }

  /** A batch is finished: what is certain is mended at once, and known with the delivery. */
  @Override
  public void finished(Receipt receipt) {
    if (receipt.counts().rejected() > 0 && receipt.batch().refiledFrom().isEmpty()) {
      clean(receipt.batch().id(), receipt.batch().knownAt());
    }
  }

  /** Looks at every refused row of a batch that was not looked at before with success. */
  public Round clean(String batchId) {
    return clean(batchId, null);
  }

  private synchronized Round clean(String batchId, @Nullable Instant knownAt) {
    Receipt receipt = batches.find(batchId).orElseThrow(() -> unknown(batchId));
    Feed<?> feed = Feeds.byId(receipt.batch().feed()).orElseThrow();
    LocalDate receivedOn = receipt.batch().receivedOn();
    Round round = new Round(0, 0);
    List<RejectedRow> page = batches.rejected(batchId, 0, PAGE);
    while (!page.isEmpty()) {
      round = round.plus(clean(feed, batchId, page, receivedOn, knownAt));
      page = batches.rejected(batchId, page.get(page.size() - 1).line(), PAGE);
    }
    return round;
  }

  /** The cleaning of a row; empty while no rule can mend it. */
  public Optional<Cleaning> find(String batchId, long line) {
    return store
        .read(view -> view.get(Family.CLEANINGS, key(batchId, line)))
        .map(value -> StoredJson.read(value, Cleaning.class));
  }

  /** Cleanings that wait for a person, at most so many. */
  public List<Cleaning> suggested(int limit) {
    return list(Status.SUGGESTED, "", 0, limit);
  }

  /**
   * Cleanings of a status behind one, in order of batch and line.
   *
   * @param batch of the last of the page before, empty for the first page
   */
  public List<Cleaning> list(Status status, String batch, long line, int limit) {
    return store.read(
        view -> {
          List<Cleaning> found = new ArrayList<>();
          byte[] from = batch.isEmpty() ? new byte[0] : key(batch, line + 1);
          try (Cursor cursor = view.scan(Family.CLEANINGS, new byte[0], from)) {
            while (found.size() < limit && cursor.next()) {
              Cleaning each = StoredJson.read(cursor.value(), Cleaning.class);
              if (each.status() == status) {
                found.add(each);
              }
            }
          }
          return found;
        });
  }

  /**
   * A person decides on a suggestion. The same decision again changes nothing.
   *
   * @throws IllegalArgumentException when nothing was suggested for the row
   */
  public synchronized Cleaning decide(String batchId, long line, boolean agreed, String by) {
    Cleaning known = find(batchId, line).orElseThrow(() -> unknown(batchId + ":" + line));
    if (known.status() != Status.SUGGESTED) {
      return known;
    }
    String filedIn = "";
    if (agreed) {
      Feed<?> feed = Feeds.byId(known.feed()).orElseThrow();
      RejectedRow row = batches.rejected(batchId, line - 1, 1).get(0);
      Map<String, String> mended = mended(feed, row, known.corrections());
      Batch filed = refiling.file(feed, batchId + ":" + line, List.of(mended), null).batch();
      filedIn = filed.id();
      settle(feed, known, mended, filed, 1);
    }
    Cleaning after = known.now(agreed ? Status.APPROVED : Status.DISMISSED, by, filedIn);
    put(List.of(after));
    return after;
  }

  private Round clean(
      Feed<?> feed,
      String batchId,
      List<RejectedRow> page,
      LocalDate receivedOn,
      @Nullable Instant knownAt) {
    List<Cleaning> certain = new ArrayList<>();
    List<Map<String, String>> rows = new ArrayList<>();
    List<Cleaning> found = new ArrayList<>();
    for (RejectedRow row : page) {
      if (row.named().isEmpty() || find(batchId, row.line()).isPresent() || isFiled(batchId, row)) {
        continue;
      }
      List<Correction> corrections = corrections(feed, row, receivedOn);
      if (!corrections.isEmpty()) {
        Cleaning cleaning =
            new Cleaning(batchId, row.line(), feed.id(), corrections, Status.SUGGESTED, "", "");
        if (corrections.stream().allMatch(c -> c.policy() == Policy.APPLY)) {
          certain.add(cleaning);
          rows.add(mended(feed, row, corrections));
        } else {
          found.add(cleaning);
        }
      }
    }
    int suggested = found.size();
    if (!rows.isEmpty()) {
      Batch filed = refiling.file(feed, batchId, rows, knownAt).batch();
      for (int i = 0; i < rows.size(); i++) {
        Cleaning made = certain.get(i).now(Status.APPLIED, "", filed.id());
        found.add(made);
        settle(feed, made, rows.get(i), filed, i + 1);
      }
    }
    put(found);
    return new Round(certain.size(), suggested);
  }

  private boolean isFiled(String batchId, RejectedRow row) {
    return row.lacksCode() && cases.find(batchId, row.line()).filter(Case::isSettled).isPresent();
  }

  /** Traces the fact to its row, and closes the case of a row whose code was mended. */
  private void settle(
      Feed<?> feed, Cleaning made, Map<String, String> row, Batch filed, long line) {
    store.execute(
        changes -> {
          String origin = made.batch() + ":" + made.line();
          Refiling.fact(store.shards(), feed, row, filed.receivedOn())
              .ifPresent(fact -> fact.trace(changes, origin));
          made.corrections().stream()
              .filter(correction -> correction.column().equals(Column.USCC.name()))
              .forEach(
                  correction ->
                      cases.mended(
                          changes,
                          Case.open(made.batch(), made.line(), feed.id(), row),
                          new Case.Filing(correction.after(), filed.id(), line),
                          "代码更正：" + correction.before() + " → " + correction.after()));
          return origin;
        });
  }

  /** What makes the row sound, fault by fault; nothing when some fault cannot be mended. */
  private List<Correction> corrections(Feed<?> feed, RejectedRow row, LocalDate receivedOn) {
    List<Correction> corrections = new ArrayList<>();
    Map<String, String> named = row.named();
    while (corrections.size() <= MOST_CORRECTIONS) {
      Validated<Row> validated = Refiling.validate(feed, named, receivedOn);
      if (!(validated instanceof Rejected<Row> fault)) {
        return corrections;
      }
      Optional<Correction> correction =
          rules.correct(feed, fault.field(), fault.reason(), text(feed, named, fault.field()));
      if (correction.isEmpty()) {
        return List.of();
      }
      corrections.add(correction.get());
      named = apply(feed, named, correction.get());
    }
    return List.of();
  }

  private static Map<String, String> mended(
      Feed<?> feed, RejectedRow row, List<Correction> corrections) {
    Map<String, String> named = row.named();
    for (Correction correction : corrections) {
      named = apply(feed, named, correction);
    }
    return named;
  }

  private static Map<String, String> apply(
      Feed<?> feed, Map<String, String> named, Correction correction) {
    int column = feed.position(correction.column()).orElseThrow();
    return Refiling.with(feed, named, column, correction.after());
  }

  private static String text(Feed<?> feed, Map<String, String> named, String field) {
    return feed.position(field).stream()
        .mapToObj(column -> feed.columns().get(column).headers())
        .flatMap(headers -> headers.stream().filter(named::containsKey))
        .map(header -> named.getOrDefault(header, ""))
        .findFirst()
        .orElse("");
  }

  private void put(List<Cleaning> cleanings) {
    store.execute(
        changes -> {
          cleanings.forEach(
              each ->
                  changes.put(
                      Family.CLEANINGS, key(each.batch(), each.line()), StoredJson.write(each)));
          return cleanings.size();
        });
  }

  private static byte[] key(String batch, long line) {
    byte[] name = (batch + "\0").getBytes(UTF_8);
    return ByteBuffer.allocate(name.length + Long.BYTES).put(name).putLong(line).array();
  }

  private static IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException("nothing is known of " + what);
  }
}
