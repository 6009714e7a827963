package org.xinyidai.engine.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.subject.Uscc;

/**
 * What came of loans and applications (融资结果): outcomes by enterprise, day of the score and who
 * tells them, decisions by enterprise, day and lender. The same again changes nothing; another word
 * on the same replaces the one before.
 */
public final class LendingResults {
  /** Rows written by one command: some hundred kilobytes, a fair share of a group. */
  private static final int PAGE = 2_048;

  private static final byte[] NEWEST = {'d'};

  private final Store store;

  public LendingResults(Store store) {
    this.store = store;
  }

  /**
   * Keeps outcomes; durable when it returns.
   *
   * @param source who tells them: one source never overwrites another's
   */
  public int keepOutcomes(List<Label> outcomes, String source) {
    return inPages(
        outcomes,
        (changes, one) ->
            changes.put(
                Family.OUTCOMES,
                key(one.uscc(), one.observedOn(), source.getBytes(UTF_8)),
                new byte[] {(byte) (one.bad() ? 1 : 0)}));
  }

  /** Keeps decisions; durable when it returns. */
  public int keepDecisions(List<LenderDecision> decisions) {
    return inPages(decisions, this::keep);
  }

  /** Keeps a decision as a part of a larger change. */
  public void keep(Changes changes, LenderDecision one) {
    changes.put(
        Family.LENDER_DECISIONS,
        key(one.uscc(), one.decidedOn(), one.lender().getBytes(UTF_8)),
        value(one));
    byte[] stamp = ByteBuffer.allocate(Long.BYTES).putLong(changes.sequence()).array();
    changes.put(Family.LENDING_RECORD, NEWEST, stamp);
  }

  /** A stamp that moves with every decision that is kept, before there was one empty. */
  public byte[] newestDecision() {
    return store.read(view -> view.get(Family.LENDING_RECORD, NEWEST)).orElse(new byte[0]);
  }

  /** Whether it was granted, and behind that what else is told: of older ones nothing. */
  private static byte[] value(LenderDecision one) {
    byte granted = (byte) (one.approved() ? 1 : 0);
    if (one.product() == null && one.appliedOn() == null) {
      return new byte[] {granted};
    }
    byte[] more = StoredJson.write(new Told(one.product(), one.appliedOn()));
    return ByteBuffer.allocate(1 + more.length).put(granted).put(more).array();
  }

  /** What a lender may tell of a decision. */
  private record Told(@Nullable String product, @Nullable LocalDate appliedOn) {
    static final Told NOTHING = new Told(null, null);
  }

  /** Whether anyone told what became of a loan of this enterprise. */
  public boolean hasOutcome(Uscc uscc) {
    byte[] prefix = FactKey.enterprise(store.shards(), uscc);
    return store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.OUTCOMES, prefix)) {
            return cursor.next();
          }
        });
  }

  /** The outcomes of a shard, by enterprise and day: bad where one source says so. */
  List<Label> outcomes(int shard) {
    List<Label> told =
        scan(
            Family.OUTCOMES,
            shard,
            (uscc, key, value) ->
                new Label(uscc, LocalDate.ofEpochDay(key.getLong()), value[0] == 1));
    List<Label> merged = new ArrayList<>();
    for (Label one : told) {
      int last = merged.size() - 1;
      if (last >= 0 && isSame(merged.get(last), one)) {
        merged.set(
            last, new Label(one.uscc(), one.observedOn(), one.bad() || merged.get(last).bad()));
      } else {
        merged.add(one);
      }
    }
    return merged;
  }

  private static boolean isSame(Label a, Label b) {
    return a.uscc().equals(b.uscc()) && a.observedOn().equals(b.observedOn());
  }

  /** The decisions of a shard, by enterprise and day. */
  List<LenderDecision> decisions(int shard) {
    return scan(
        Family.LENDER_DECISIONS,
        shard,
        (uscc, key, value) -> {
          LocalDate day = LocalDate.ofEpochDay(key.getLong());
          Told told =
              value.length == 1
                  ? Told.NOTHING
                  : StoredJson.read(Arrays.copyOfRange(value, 1, value.length), Told.class);
          return new LenderDecision(
              uscc,
              UTF_8.decode(key).toString(),
              day,
              value[0] == 1,
              told.product(),
              told.appliedOn());
        });
  }

  /** Puts one row. */
  private interface Put<T> {
    void row(Changes changes, T row);
  }

  /** Reads one row; the key stands behind the enterprise. */
  private interface Read<T> {
    T row(Uscc uscc, ByteBuffer key, byte[] value);
  }

  private <T> int inPages(List<T> rows, Put<T> put) {
    ToIntFunction<List<T>> write =
        page ->
            store.execute(
                changes -> {
                  page.forEach(row -> put.row(changes, row));
                  return page.size();
                });
    int kept = 0;
    for (int from = 0; from < rows.size(); from += PAGE) {
      kept += write.applyAsInt(rows.subList(from, Math.min(rows.size(), from + PAGE)));
    }
    return kept;
  }

  private <T> List<T> scan(Family family, int shard, Read<T> read) {
    return store.read(
        view -> {
          List<T> found = new ArrayList<>();
          try (Cursor cursor = view.scan(family, new byte[] {(byte) shard})) {
            while (cursor.next()) {
              byte[] key = cursor.key();
              int length = key.length - FactKey.ENTERPRISE_LENGTH;
              ByteBuffer rest = ByteBuffer.wrap(key, FactKey.ENTERPRISE_LENGTH, length);
              found.add(read.row(FactKey.usccOf(key), rest, cursor.value()));
            }
          }
          return found;
        });
  }

  /** Days of lending are after 1970, so their numbers sort as they are. */
  private byte[] key(Uscc uscc, LocalDate day, byte[] rest) {
    byte[] enterprise = FactKey.enterprise(store.shards(), uscc);
    return ByteBuffer.allocate(enterprise.length + Long.BYTES + rest.length)
        .put(enterprise)
        .putLong(day.toEpochDay())
        .put(rest)
        .array();
  }
}
