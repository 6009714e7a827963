package org.xinyidai.engine.milestone;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Shards;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.View;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.subject.Uscc;

/**
 * When subjects registered and were verified (注册与实名日期). A subject registers once: with its first
 * account or its first claim. It may become verified and cease to be more than once; of several
 * changes on one day the last holds.
 */
public final class Milestones {
  private static final byte REGISTERED = 'r';
  private static final byte VERIFIED = 'v';
  private static final int ENTRY = Integer.BYTES + 1;

  private Milestones() {}

  /**
   * The days of one subject.
   *
   * @param registered null where it never did
   * @param verified in order of day; true where it became verified
   */
  public record Days(@Nullable LocalDate registered, List<Turn> verified) {
    /** Nothing ever happened. */
    public static final Days NONE = new Days(null, List.of());

    public Days {
      verified = List.copyOf(verified);
    }
  }

  /** On a day it became verified, or ceased to be. */
  public record Turn(LocalDate on, boolean verified) {}

  /** Notes that a subject is registered, unless it was before. */
  public static void registered(Changes changes, Shards shards, Uscc uscc) {
    registered(changes, shards, uscc, today(changes));
  }

  /** The same since an earlier day, for whoever brings a past along. */
  public static void registered(Changes changes, Shards shards, Uscc uscc, LocalDate on) {
    byte[] key = key(shards, uscc, REGISTERED);
    if (changes.get(Family.MILESTONES, key).isEmpty()) {
      changes.put(Family.MILESTONES, key, entry(on, true));
    }
  }

  /** Notes whether a subject is verified from today on; nothing where it was so before. */
  public static void verified(Changes changes, Shards shards, Uscc uscc, boolean holds) {
    verified(changes, shards, uscc, new Turn(today(changes), holds));
  }

  /** The same on an earlier day, not before its last turn, for whoever brings a past along. */
  public static void verified(Changes changes, Shards shards, Uscc uscc, Turn turn) {
    byte[] key = key(shards, uscc, VERIFIED);
    byte[] before = changes.get(Family.MILESTONES, key).orElse(new byte[0]);
    boolean held = before.length > 0 && before[before.length - 1] == 1;
    if (held == turn.verified()) {
      return;
    }
    List<Turn> turns = turns(before);
    turns.removeIf(earlier -> earlier.on().equals(turn.on()));
    turns.add(turn);
    ByteBuffer bytes = ByteBuffer.allocate(turns.size() * ENTRY);
    turns.forEach(each -> bytes.put(entry(each.on(), each.verified())));
    changes.put(Family.MILESTONES, key, bytes.array());
  }

  /** The days of one subject. */
  public static Days of(View view, Shards shards, Uscc uscc) {
    Function<Byte, Optional<byte[]>> read =
        kind -> view.get(Family.MILESTONES, key(shards, uscc, kind));
    return days(read.apply(REGISTERED).orElse(null), read.apply(VERIFIED).orElse(null));
  }

  /** The days of every subject of a shard that has any. */
  public static Map<Uscc, Days> of(Store store, int shard) {
    return store.read(
        view -> {
          Map<Uscc, Days> all = new HashMap<>();
          try (Cursor cursor = view.scan(Family.MILESTONES, new byte[] {(byte) shard})) {
            while (cursor.next()) {
              byte[] key = cursor.key();
              boolean registers = key[key.length - 1] == REGISTERED;
              Days found =
                  days(registers ? cursor.value() : null, registers ? null : cursor.value());
              all.merge(FactKey.usccOf(key), found, Milestones::both);
            }
          }
          return all;
        });
  }

  private static Days both(Days a, Days b) {
    return new Days(
        a.registered() == null ? b.registered() : a.registered(),
        a.verified().isEmpty() ? b.verified() : a.verified());
  }

  private static Days days(byte @Nullable [] registered, byte @Nullable [] verified) {
    return new Days(
        registered == null ? null : turns(registered).get(0).on(),
        verified == null ? List.of() : turns(verified));
  }

  private static List<Turn> turns(byte[] bytes) {
    List<Turn> turns = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      turns.add(new Turn(LocalDate.ofEpochDay(buffer.getInt()), buffer.get() == 1));
    }
    return turns;
  }

  private static byte[] entry(LocalDate day, boolean holds) {
    return ByteBuffer.allocate(ENTRY)
        .putInt((int) day.toEpochDay())
        .put((byte) (holds ? 1 : 0))
        .array();
  }

  private static LocalDate today(Changes changes) {
    return ChinaTime.dayOf(changes.instant());
  }

  private static byte[] key(Shards shards, Uscc uscc, byte kind) {
    return KeyParts.join(FactKey.enterprise(shards, uscc), new byte[] {kind});
  }
}
