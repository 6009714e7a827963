package org.xinyidai.engine.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * Batches whose rows without a code nobody has looked at yet (待归集批次). Marked in the write that
 * refuses the rows, so that a crash between that and the looking forgets none.
 */
public final class Unweighed {
  private static final byte[] MARK = {1};

  private Unweighed() {}

  /** Whether a batch is marked. */
  public static boolean has(Store store, String batchId) {
    return store.read(view -> view.get(Family.UNWEIGHED, key(batchId))).isPresent();
  }

  /** The ids of the marked batches, those under way among them. */
  public static List<String> list(Store store) {
    return store.read(
        view -> {
          List<String> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.UNWEIGHED, new byte[0])) {
            while (cursor.next()) {
              found.add(new String(cursor.key(), UTF_8));
            }
          }
          return found;
        });
  }

  /** Takes a mark away: every row of the finished batch was looked at. */
  public static void settle(Changes changes, String batchId) {
    changes.delete(Family.UNWEIGHED, key(batchId));
  }

  static void mark(Changes changes, String batchId) {
    changes.put(Family.UNWEIGHED, key(batchId), MARK);
  }

  private static byte[] key(String batchId) {
    return batchId.getBytes(UTF_8);
  }
}
