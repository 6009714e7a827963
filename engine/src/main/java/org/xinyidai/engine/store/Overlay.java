package org.xinyidai.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one group before they are written: those of the commands already decided, and
 * above them those of the command being decided, which can still be dropped. Sorted by key, for a
 * memtable takes neighbours faster than strangers.
 */
final class Overlay implements Changes {
  /** Stands for a deletion; known by its identity, so that an empty value can be put. */
  static final byte[] DELETED = new byte[0];

  private final Disk disk;
  private final Instant instant;
  private final long sequence;
  private Map<Family, SortedPuts> kept = new EnumMap<>(Family.class);
  private Map<Family, SortedPuts> own = new EnumMap<>(Family.class);
  private final List<Runnable> keptAfterwards = new ArrayList<>();
  private final List<Runnable> ownAfterwards = new ArrayList<>();
  private final Map<Family, List<byte[]>> resealed = new EnumMap<>(Family.class);
  private long ownBytes;
  private long bytes;

  Overlay(Disk disk, Instant instant) {
    this.disk = disk;
    this.instant = instant;
    sequence = disk.sequence() + 1;
  }

  @Override
  public Optional<byte[]> get(Family family, byte[] key) {
    byte[] value = find(own, family, key);
    if (value == null) {
      value = find(kept, family, key);
    }
    if (value == null) {
      value = disk.get(family, key);
    }
    return value == null || value == DELETED ? Optional.empty() : Optional.of(value);
  }

  @Override
  public void put(Family family, byte[] key, byte[] value) {
    own.computeIfAbsent(family, f -> new SortedPuts()).put(key, value);
    ownBytes += key.length + value.length;
  }

  @Override
  public void delete(Family family, byte[] key) {
    put(family, key, DELETED);
  }

  @Override
  public void afterwards(Runnable told) {
    ownAfterwards.add(told);
  }

  @Override
  public Instant instant() {
    return instant;
  }

  @Override
  public long sequence() {
    return sequence;
  }

  /** The overlay behind changes, for what only the store itself does. */
  static Overlay of(Changes changes) {
    if (changes instanceof Overlay overlay) {
      return overlay;
    }
    throw new IllegalArgumentException("these changes are none of a store");
  }

  /** Has stored values sealed again as they are, under whatever key seals now. */
  boolean reseal(Family family, List<byte[]> places) {
    return resealed.computeIfAbsent(family, f -> new ArrayList<>()).addAll(places);
  }

  /** Places whose values are to be sealed again, before the puts. */
  Map<Family, List<byte[]>> resealed() {
    return resealed;
  }

  /** Keeps what the command just decided. */
  void keep() {
    if (kept.isEmpty()) {
      Map<Family, SortedPuts> empty = kept;
      kept = own;
      own = empty;
    } else {
      own.forEach(
          (family, puts) -> kept.computeIfAbsent(family, f -> new SortedPuts()).merge(puts));
      own.clear();
    }
    keptAfterwards.addAll(ownAfterwards);
    ownAfterwards.clear();
    bytes += ownBytes;
    ownBytes = 0;
  }

  /** Forgets what the command just put. */
  void drop() {
    own.clear();
    ownAfterwards.clear();
    ownBytes = 0;
  }

  /** What is to be done once all that was kept is written. */
  List<Runnable> afterwards() {
    return keptAfterwards;
  }

  /** What the command being decided has put so far, by family and key. */
  Map<Family, SortedPuts> own() {
    return own;
  }

  boolean isEmpty() {
    return kept.isEmpty() && resealed.isEmpty();
  }

  /** Bytes of keys and values kept so far. */
  long bytes() {
    return bytes;
  }

  /** What was kept, by family and key; {@link #DELETED} marks a deletion. */
  Map<Family, SortedPuts> entries() {
    return kept;
  }

  private static byte @Nullable [] find(Map<Family, SortedPuts> layer, Family family, byte[] key) {
    SortedPuts puts = layer.get(family);
    return puts == null ? null : puts.get(key);
  }
}
