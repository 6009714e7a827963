package org.xinyidai.engine.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/** The stored cases, by batch and line (归集台账). */
public final class Cases {
  private final Store store;

  public Cases(Store store) {
    this.store = store;
  }

  /** The case of a refused row; empty while it was not looked at, or needs no resolution. */
  public Optional<Case> find(String batch, long line) {
    return store.read(view -> view.get(Family.RESOLUTIONS, key(batch, line))).map(Cases::read);
  }

  /** Cases of a status in order of batch and line, at most so many: the work list of a person. */
  public List<Case> list(Case.Status status, int limit) {
    List<Case> found = new ArrayList<>();
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.RESOLUTIONS, new byte[0])) {
            while (found.size() < limit && cursor.next()) {
              Case each = read(cursor.value());
              if (each.status() == status) {
                found.add(each);
              }
            }
          }
          return true;
        });
    return found;
  }

  /** Hands over every case, in order of batch and line. */
  public void forEach(Consumer<Case> reader) {
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.RESOLUTIONS, new byte[0])) {
            while (cursor.next()) {
              reader.accept(read(cursor.value()));
            }
          }
          return true;
        });
  }

  void put(List<Case> cases) {
    store.execute(
        changes -> {
          cases.forEach(each -> put(changes, each));
          return cases.size();
        });
  }

  static void put(Changes changes, Case each) {
    changes.put(Family.RESOLUTIONS, key(each.batch(), each.line()), StoredJson.write(each));
  }

  private static Case read(byte[] value) {
    return StoredJson.read(value, Case.class);
  }

  private static byte[] key(String batch, long line) {
    byte[] name = (batch + "\0").getBytes(UTF_8);
    return ByteBuffer.allocate(name.length + Long.BYTES).put(name).putLong(line).array();
  }
}
