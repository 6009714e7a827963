package org.xinyidai.engine.outbox;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.AuditChain;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.View;
import org.xinyidai.models.calendar.ChinaTime;

/**
 * The events that shall leave (待发箱), in the order of their commits, with a count of those that
 * arose on each day.
 */
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
  public record Held(String place, OutboxEntry entry) {
    /** The day in China on which it arose, under which it is counted. */
    public LocalDate day() {
      return ChinaTime.dayOf(entry.at());
    }
  }

  /**
   * Puts an entry as a part of the change that it tells of, behind those put before, and counts it.
   *
   * @throws IllegalArgumentException when it does not bear the instant of its change, or its id is
   *     taken
   */
  public void put(Changes changes, OutboxEntry entry) {
    byte[] id = OutboxKeys.ofId(entry.id());
    if (!entry.at().equals(changes.instant()) || changes.get(Family.OUTBOX_INDEX, id).isPresent()) {
      throw new IllegalArgumentException("an event is of now, and put once: " + entry.id());
    }
    long change = AuditChain.numberOf(changes);
    short place = 0;
    while (changes.get(Family.OUTBOX, OutboxKeys.entry(change, place)).isPresent()) {
      place++;
    }
    byte[] key = OutboxKeys.entry(change, place);
    changes.put(Family.OUTBOX, key, StoredJson.write(entry));
    changes.put(Family.OUTBOX_INDEX, id, key);
    LocalDate day = ChinaTime.dayOf(entry.at());
    byte[] first = OutboxKeys.ofDay(day);
    if (changes.get(Family.OUTBOX_INDEX, first).isEmpty()) {
      changes.put(Family.OUTBOX_INDEX, first, key);
    }
    if (!entry.isCorrection()) {
      count(changes, entry, day);
    }
  }

  private static void count(Changes changes, OutboxEntry entry, LocalDate day) {
    long all = changes.get(Family.OUTBOX_INDEX, OutboxKeys.total()).map(Outbox::number).orElse(0L);
    changes.put(
        Family.OUTBOX_INDEX,
        OutboxKeys.total(),
        ByteBuffer.allocate(Long.BYTES).putLong(all + 1).array());
    byte[] tally = OutboxKeys.tally(day, entry.scope());
    long before = changes.get(Family.OUTBOX_INDEX, tally).map(Outbox::arisen).orElse(0L);
    changes.put(
        Family.OUTBOX_INDEX, tally, StoredJson.write(new Arisen(day, entry.scope(), before + 1)));
  }

  private static long number(byte[] stored) {
    return ByteBuffer.wrap(stored).getLong();
  }

  /** How many have arisen in all, corrections not counted. */
  public long arisen() {
    return store
        .read(view -> view.get(Family.OUTBOX_INDEX, OutboxKeys.total()))
        .map(Outbox::number)
        .orElse(0L);
  }

  private static long arisen(byte[] stored) {
    return StoredJson.read(stored, Arisen.class).count();
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
                page.add(held(cursor.key(), cursor.value()));
              }
            }
          }
          return page;
        });
  }

  /** A page that begins with the first entry of a day or of a later one. */
  public List<Held> pageOf(LocalDate day, int limit) {
    return store
        .read(view -> firstOn(view, day))
        .map(place -> joined(place, limit))
        .orElse(List.of());
  }

  private List<Held> joined(byte[] place, int limit) {
    List<Held> page = new ArrayList<>();
    String hex = HexFormat.of().formatHex(place);
    at(hex).ifPresent(page::add);
    page.addAll(page(hex, limit - page.size()));
    return page;
  }

  private static Optional<byte[]> firstOn(View view, LocalDate day) {
    try (Cursor cursor = view.scan(Family.OUTBOX_INDEX, OutboxKeys.days(), OutboxKeys.ofDay(day))) {
      return cursor.next() ? Optional.of(cursor.value()) : Optional.empty();
    }
  }

  /** The entry of an id; empty when there is none. */
  public Optional<Held> find(String id) {
    return id.length() > OutboxEntry.LONGEST_ID
        ? Optional.empty()
        : store
            .read(view -> view.get(Family.OUTBOX_INDEX, OutboxKeys.ofId(id)))
            .flatMap(place -> at(HexFormat.of().formatHex(place)));
  }

  /** The same as the change will leave it. */
  public static Optional<Held> find(Changes changes, String id) {
    return id.length() > OutboxEntry.LONGEST_ID
        ? Optional.empty()
        : changes
            .get(Family.OUTBOX_INDEX, OutboxKeys.ofId(id))
            .flatMap(place -> at(changes, HexFormat.of().formatHex(place)));
  }

  /** The entry at a place; empty when there is none. */
  public Optional<Held> at(String place) {
    byte[] key = HexFormat.of().parseHex(place);
    return store.read(view -> view.get(Family.OUTBOX, key)).map(value -> held(key, value));
  }

  /** The same as the change will leave it. */
  public static Optional<Held> at(Changes changes, String place) {
    byte[] key = HexFormat.of().parseHex(place);
    return changes.get(Family.OUTBOX, key).map(value -> held(key, value));
  }

  /**
   * How many arose, corrections not counted, from one day to another, both within, by day and
   * scope.
   */
  public List<Arisen> arisen(LocalDate from, LocalDate to) {
    return store.read(
        view -> {
          List<Arisen> found = new ArrayList<>();
          try (Cursor cursor =
              view.scan(Family.OUTBOX_INDEX, OutboxKeys.tallies(), OutboxKeys.tallies(from))) {
            while (cursor.next()) {
              Arisen one = StoredJson.read(cursor.value(), Arisen.class);
              if (one.day().isAfter(to)) {
                break;
              }
              found.add(one);
            }
          }
          return found;
        });
  }

  private static Held held(byte[] key, byte[] value) {
    return new Held(HexFormat.of().formatHex(key), StoredJson.read(value, OutboxEntry.class));
  }
}
