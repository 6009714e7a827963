package org.xinyidai.engine.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Row;

/**
 * An accepted row on its way into the store (待入库事实), encoded ahead so that the writer's thread has
 * little to do. Taken once.
 */
public final class NewFact {
  /** Order of keys: the store takes facts fastest in this order. */
  public static final Comparator<NewFact> KEY_ORDER =
      (a, b) -> Arrays.compareUnsigned(a.key, b.key);

  private static final byte[] NOTHING = {};

  private final byte[] key;
  private final byte[] value;

  private NewFact(byte[] key, byte[] value) {
    this.key = key;
    this.value = value;
  }

  /** What became of a row: each is exactly one of these. */
  public enum Outcome {
    /** Nothing was known of this fact. */
    NEW,
    /** The fact was known otherwise; the older version is kept beside. */
    CORRECTED,
    /** Word for word a version that is already stored, so nothing changes. */
    REPEATED
  }

  public static NewFact of(Shards shards, Feed<?> feed, Row row) {
    return new NewFact(FactKey.of(shards, feed, row), FactValue.of(feed, row));
  }

  /**
   * Becomes the current version of its fact, unless any stored version already says the same.
   *
   * @param knownAt when it became known here, kept in microseconds
   */
  public Outcome take(Changes changes, Instant knownAt) {
    Optional<byte[]> head = changes.get(Family.FACTS, key);
    if (head.isEmpty()) {
      FactValue.stamp(value, knownAt, 0);
      changes.put(Family.FACTS, key, value);
      return Outcome.NEW;
    }
    if (FactValue.sameRow(head.get(), value) || isOlderVersion(changes, head.get())) {
      return Outcome.REPEATED;
    }
    int version = FactValue.version(head.get());
    FactValue.stamp(value, knownAt, version + 1);
    changes.put(Family.SUPERSEDED, FactKey.superseded(key, version), head.get());
    changes.put(Family.FACTS, key, value);
    return Outcome.CORRECTED;
  }

  /**
   * Takes the fact back, if what holds now is this very row; a later report of the same row does
   * not bring it back, a report that says otherwise does. History before this moment keeps it.
   *
   * @return whether it held
   */
  public boolean withdraw(Changes changes, Instant knownAt) {
    return supersede(changes, knownAt, true);
  }

  /** Lets the fact hold again, if this very row was taken back. Tells whether it was. */
  public boolean restore(Changes changes, Instant knownAt) {
    return supersede(changes, knownAt, false);
  }

  private boolean supersede(Changes changes, Instant knownAt, boolean withdrawn) {
    byte[] head = changes.get(Family.FACTS, key).orElse(NOTHING);
    if (head.length == 0
        || FactValue.isWithdrawn(head) == withdrawn
        || !FactValue.sameRow(head, value)) {
      return false;
    }
    changes.put(Family.SUPERSEDED, FactKey.superseded(key, FactValue.version(head)), head);
    changes.put(Family.FACTS, key, FactValue.next(head, knownAt, withdrawn));
    touch(changes);
    return true;
  }

  /** Keeps from which refused row the fact came, {@code batch:line}. */
  public void trace(Changes changes, String origin) {
    changes.put(Family.TRACES, key, origin.getBytes(StandardCharsets.UTF_8));
  }

  /** The day the fact is about. */
  public long epochDay() {
    return FactKey.epochDayOf(key);
  }

  /** The division code inside the enterprise's code, six digits. */
  public String divisionCode() {
    return FactKey.divisionOf(key);
  }

  /** Whether the other fact is about the same enterprise. */
  public boolean sameEnterprise(NewFact other) {
    return FactKey.sameEnterprise(key, other.key);
  }

  /** What the keys of all that is kept by this enterprise begin with. */
  public byte[] enterpriseKey() {
    return Arrays.copyOf(key, FactKey.ENTERPRISE_LENGTH);
  }

  /** Marks the enterprise as changed, for whoever keeps what is computed from its facts. */
  public void touch(Changes changes) {
    Touched.mark(changes, key);
  }

  private boolean isOlderVersion(Changes changes, byte[] head) {
    for (int older = FactValue.version(head) - 1; older >= 0; older--) {
      Optional<byte[]> found = changes.get(Family.SUPERSEDED, FactKey.superseded(key, older));
      if (found.isPresent() && FactValue.sameRow(found.get(), value)) {
        return true;
      }
    }
    return false;
  }
}
