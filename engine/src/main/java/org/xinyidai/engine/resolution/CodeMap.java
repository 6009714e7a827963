package org.xinyidai.engine.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.subject.PlainText;
import org.xinyidai.models.subject.Uscc;

/**
 * The map of old codes to unified ones (新旧代码映射库, C22): old registration numbers and organisation
 * codes as the registering offices hand them over. Exported whole.
 */
public final class CodeMap {
  /** Entries that share a synced write: enough to make the sync cheap. */
  private static final int CHUNK = 4_096;

  private final Store store;

  public CodeMap(Store store) {
    this.store = store;
  }

  /**
   * One old code and what it became.
   *
   * @param source who says so
   */
  public record Mapping(String oldCode, Uscc uscc, String source) {
    public Mapping {
      oldCode = PlainText.of(oldCode);
      if (oldCode.isEmpty()) {
        throw new IllegalArgumentException("an old code is blank");
      }
    }
  }

  /** Takes mappings in; a later one for the same old code replaces the earlier. */
  public void put(List<Mapping> mappings) {
    for (int from = 0; from < mappings.size(); from += CHUNK) {
      List<Mapping> chunk = mappings.subList(from, Math.min(from + CHUNK, mappings.size()));
      store.execute(
          changes -> {
            chunk.forEach(m -> changes.put(Family.CODE_MAP, key(m.oldCode()), StoredJson.write(m)));
            return chunk.size();
          });
    }
  }

  /** What an old code became; empty when the map has no such code. */
  public Optional<Uscc> find(String oldCode) {
    return store
        .read(view -> view.get(Family.CODE_MAP, key(PlainText.of(oldCode))))
        .map(value -> StoredJson.read(value, Mapping.class).uscc());
  }

  /** Hands over all mappings in order of old code: the full export. */
  public void forEach(Consumer<Mapping> reader) {
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.CODE_MAP, new byte[0])) {
            while (cursor.next()) {
              reader.accept(StoredJson.read(cursor.value(), Mapping.class));
            }
          }
          return true;
        });
  }

  /**
   * Mappings in order of old code, a page of them.
   *
   * @param after the last old code of the page before, empty for the first page
   */
  public List<Mapping> page(String after, int limit) {
    return store.read(
        view -> {
          List<Mapping> page = new ArrayList<>();
          byte[] from = after.isEmpty() ? new byte[0] : key(after + '\0');
          try (Cursor cursor = view.scan(Family.CODE_MAP, new byte[0], from)) {
            while (page.size() < limit && cursor.next()) {
              page.add(StoredJson.read(cursor.value(), Mapping.class));
            }
          }
          return page;
        });
  }

  /** All mappings as a list, for small maps and tests. */
  public List<Mapping> all() {
    List<Mapping> all = new ArrayList<>();
    forEach(all::add);
    return all;
  }

  private static byte[] key(String oldCode) {
    return oldCode.getBytes(UTF_8);
  }
}
