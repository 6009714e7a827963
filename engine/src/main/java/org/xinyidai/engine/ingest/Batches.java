package org.xinyidai.engine.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.View;

/** The receipts of batches and the rows they refused (批次与问题数据查询). */
public final class Batches {
  private final Store store;

  public Batches(Store store) {
    this.store = store;
  }

  /** The receipt of a batch; empty where there is no such batch. */
  public Optional<Receipt> find(String batchId) {
    return store.read(view -> view.get(Family.BATCHES, key(batchId))).map(Batches::receipt);
  }

  /** All receipts, in order of id, as of one moment. */
  public void forEach(Consumer<Receipt> reader) {
    store.read(
        view -> {
          forEach(view, "", reader);
          return true;
        });
  }

  /** The receipts whose ids begin so, in order of id. */
  public List<Receipt> startingWith(String idPrefix) {
    return store.read(
        view -> {
          List<Receipt> found = new ArrayList<>();
          forEach(view, idPrefix, found::add);
          return found;
        });
  }

  /**
   * Refused rows of a batch in order of line, a page of them.
   *
   * @param afterLine the last line of the page before, 0 for the first page
   */
  public List<RejectedRow> rejected(String batchId, long afterLine, int limit) {
    return store.read(
        view -> {
          List<RejectedRow> page = new ArrayList<>();
          byte[] from = rejectedKey(batchId, afterLine + 1);
          try (Cursor cursor = view.scan(Family.QUARANTINE, rejectedPrefix(batchId), from)) {
            while (page.size() < limit && cursor.next()) {
              page.add(StoredJson.read(cursor.value(), RejectedRow.class));
            }
          }
          return page;
        });
  }

  static void forEach(View view, String idPrefix, Consumer<Receipt> reader) {
    try (Cursor cursor = view.scan(Family.BATCHES, key(idPrefix))) {
      while (cursor.next()) {
        reader.accept(receipt(cursor.value()));
      }
    }
  }

  /** The batch that first brought the rows of a batch: itself, unless they were filed anew. */
  public Batch origin(Batch batch) {
    Batch origin = batch;
    for (Optional<String> from = origin.refiledFrom(); from.isPresent(); ) {
      origin = find(from.get()).orElseThrow().batch();
      from = origin.refiledFrom();
    }
    return origin;
  }

  static Batch origin(Changes changes, Batch batch) {
    Batch origin = batch;
    for (Optional<String> from = origin.refiledFrom(); from.isPresent(); ) {
      origin = find(changes, from.get()).orElseThrow().batch();
      from = origin.refiledFrom();
    }
    return origin;
  }

  static Optional<Receipt> find(Changes changes, String batchId) {
    return changes.get(Family.BATCHES, key(batchId)).map(Batches::receipt);
  }

  static void put(Changes changes, Receipt receipt) {
    changes.put(Family.BATCHES, key(receipt.batch().id()), StoredJson.write(receipt));
  }

  static void quarantine(Changes changes, Batch batch, RejectedRow row) {
    changes.put(Family.QUARANTINE, rejectedKey(batch.id(), row.line()), StoredJson.write(row));
  }

  /** What the keys of a batch's refused rows begin with; ids hold no zero byte. */
  static byte[] rejectedPrefix(String batchId) {
    return key(batchId + "\0");
  }

  private static byte[] rejectedKey(String batchId, long line) {
    byte[] prefix = rejectedPrefix(batchId);
    return ByteBuffer.allocate(prefix.length + Long.BYTES).put(prefix).putLong(line).array();
  }

  private static byte[] key(String batchId) {
    return batchId.getBytes(UTF_8);
  }

  private static Receipt receipt(byte[] value) {
    return StoredJson.read(value, Receipt.class);
  }
}
