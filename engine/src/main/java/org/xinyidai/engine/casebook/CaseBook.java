package org.xinyidai.engine.casebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/** One book (案卷簿): its entries by number, their lists, files and names. */
public final class CaseBook<T extends Entry> {
  /** Entries that one page looks at for those that pass its filter. */
  private static final int MOST_LOOKED_AT = 10_000;

  private static final String EVERYONE = "";

  private final Store store;
  private final BookKeys keys;
  private final Class<T> type;

  public CaseBook(Store store, Book book, Class<T> type) {
    this.store = store;
    this.keys = new BookKeys(book);
    this.type = type;
  }

  /**
   * A page of a list, the newest first.
   *
   * @param next number after which the next page begins; null at the end
   */
  public record Page<T>(List<T> entries, @Nullable String next) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  public Optional<T> find(String id) {
    return store.read(view -> view.get(Family.CASE_BOOKS, keys.entry(id))).map(this::read);
  }

  /** The same inside a change. */
  public Optional<T> find(Changes changes, String id) {
    return changes.get(Family.CASE_BOOKS, keys.entry(id)).map(this::read);
  }

  /** Keeps an entry with all that finds it, as a part of a larger change. */
  public T put(Changes changes, T entry) {
    changes.put(Family.CASE_BOOKS, keys.entry(entry.id()), StoredJson.write(entry));
    byte[] id = entry.id().getBytes(UTF_8);
    changes.put(Family.CASE_BOOKS, keys.listed(EVERYONE, entry.openedAt(), entry.id()), id);
    for (String organisation : entry.parties()) {
      changes.put(Family.CASE_BOOKS, keys.listed(organisation, entry.openedAt(), entry.id()), id);
    }
    return entry;
  }

  /** A page of all entries. */
  public Page<T> page(Predicate<T> filter, String after, int limit) {
    return page(EVERYONE, filter, after, limit);
  }

  /** A page of what a caller looks through: its organisation's part where it reaches no further. */
  public Page<T> page(Access access, Predicate<T> filter, String after, int limit) {
    return access.reach() == Reach.OWN
        ? page(access.account().organisation(), filter, after, limit)
        : page(filter, after, limit);
  }

  /** A page of those in which an organisation has a part. */
  public Page<T> page(String organisation, Predicate<T> filter, String after, int limit) {
    byte[] list = keys.list(organisation);
    byte[] from =
        find(after).map(one -> keys.listed(organisation, one.openedAt(), after)).orElse(list);
    return store.read(
        view -> {
          List<T> found = new ArrayList<>();
          int seen = 0;
          try (Cursor cursor = view.scan(Family.CASE_BOOKS, list, from)) {
            while (cursor.next()) {
              String id = new String(cursor.value(), UTF_8);
              T entry = read(view.get(Family.CASE_BOOKS, keys.entry(id)).orElseThrow());
              if (!Arrays.equals(cursor.key(), from) && filter.test(entry)) {
                found.add(entry);
              }
              if (found.size() == limit || ++seen == MOST_LOOKED_AT) {
                return new Page<>(found, id);
              }
            }
          }
          return new Page<>(found, null);
        });
  }

  /** Looks at every entry, the newest first. */
  public void forEach(Consumer<T> reader) {
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.CASE_BOOKS, keys.list(EVERYONE))) {
            while (cursor.next()) {
              String id = new String(cursor.value(), UTF_8);
              reader.accept(read(view.get(Family.CASE_BOOKS, keys.entry(id)).orElseThrow()));
            }
          }
          return keys;
        });
  }

  /** Keeps a file beside an entry. */
  public void file(Changes changes, String id, int number, byte[] content) {
    changes.put(Family.CASE_BOOKS, keys.file(id, number), content);
  }

  public Optional<byte[]> file(String id, int number) {
    return store.read(view -> view.get(Family.CASE_BOOKS, keys.file(id, number)));
  }

  /** The number of the entry to which a name was given. */
  public Optional<String> named(Changes changes, String name) {
    return changes.get(Family.CASE_BOOKS, keys.name(name)).map(bytes -> new String(bytes, UTF_8));
  }

  /** The same outside of a change. */
  public Optional<String> named(String name) {
    return store
        .read(view -> view.get(Family.CASE_BOOKS, keys.name(name)))
        .map(bytes -> new String(bytes, UTF_8));
  }

  /** Gives a name; the last who is given it has it. */
  public void name(Changes changes, String name, String id) {
    changes.put(Family.CASE_BOOKS, keys.name(name), id.getBytes(UTF_8));
  }

  /** Takes a name back. */
  public void free(Changes changes, String name) {
    changes.delete(Family.CASE_BOOKS, keys.name(name));
  }

  private T read(byte[] bytes) {
    return StoredJson.read(bytes, type);
  }
}
