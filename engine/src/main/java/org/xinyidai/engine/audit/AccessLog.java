package org.xinyidai.engine.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.AuditChain;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.subject.Uscc;

/** Who read in whose file, when and why (查阅日志), for the enterprise to see. */
public final class AccessLog {
  private final Store store;

  public AccessLog(Store store) {
    this.store = store;
  }

  /** Notes a reading; durable when this returns. */
  public FileAccess note(Uscc uscc, Act act, String purpose) {
    return store.execute(changes -> put(changes, uscc, act, purpose));
  }

  /** Notes a reading as a part of a larger change. */
  public FileAccess put(Changes changes, Uscc uscc, Act act, String purpose) {
    long number = AuditChain.numberOf(changes);
    FileAccess access =
        new FileAccess(
            number, changes.instant(), act.role(), act.organisation(), act.operation(), purpose);
    changes.put(Family.ACCESSES, key(uscc, number), StoredJson.write(access));
    return access;
  }

  /**
   * A page of the readings, the newest first.
   *
   * @param before the number before which the page begins; {@link Long#MAX_VALUE} for the newest
   */
  public List<FileAccess> of(Uscc uscc, long before, int limit) {
    byte[] from = key(uscc, before - 1);
    return store.read(
        view -> {
          List<FileAccess> page = new ArrayList<>();
          byte[] enterprise = FactKey.enterprise(store.shards(), uscc);
          try (Cursor cursor = view.scan(Family.ACCESSES, enterprise, from)) {
            while (page.size() < limit && cursor.next()) {
              page.add(StoredJson.read(cursor.value(), FileAccess.class));
            }
          }
          return page;
        });
  }

  /** So that later numbers stand before earlier ones. */
  private byte[] key(Uscc uscc, long number) {
    byte[] enterprise = FactKey.enterprise(store.shards(), uscc);
    return ByteBuffer.allocate(enterprise.length + Long.BYTES)
        .put(enterprise)
        .putLong(Long.MAX_VALUE - number)
        .array();
  }
}
