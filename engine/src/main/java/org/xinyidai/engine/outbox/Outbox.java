package org.xinyidai.engine.outbox;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.AuditChain;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/** The events that shall leave (待发箱), in the order of their commits. */
public final class Outbox {
  private final Store store;

  public Outbox(Store store) {
    this.store = store;
  }

  /**
   * An entry where it lies.
   *
   * @param place after which the next page begins
   */
  public record Held(String place, OutboxEntry entry) {}

  /** Puts an entry as a part of the change that it tells of, behind those put before. */
  public void put(Changes changes, OutboxEntry entry) {
    long change = AuditChain.numberOf(changes);
    short place = 0;
    while (changes.get(Family.OUTBOX, key(change, place)).isPresent()) {
      place++;
    }
    changes.put(Family.OUTBOX, key(change, place), StoredJson.write(entry));
  }

  /** The number that the change has in the audit, and the place among the entries of the change. */
  private static byte[] key(long change, short place) {
    return ByteBuffer.allocate(Long.BYTES + Short.BYTES).putLong(change).putShort(place).array();
  }

  /**
   * A page of entries, the oldest first.
   *
   * @param after place of the last of the page before, empty for the first page
   */
  public List<Held> page(String after, int limit) {
    byte[] from = HexFormat.of().parseHex(after);
    return store.read(
        view -> {
          List<Held> page = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.OUTBOX, new byte[0], from)) {
            while (page.size() < limit && cursor.next()) {
              if (!Arrays.equals(cursor.key(), from)) {
                page.add(
                    new Held(
                        HexFormat.of().formatHex(cursor.key()),
                        StoredJson.read(cursor.value(), OutboxEntry.class)));
              }
            }
          }
          return page;
        });
  }
}
