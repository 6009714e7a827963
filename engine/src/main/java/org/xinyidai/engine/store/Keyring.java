package org.xinyidai.engine.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.xinyidai.connectors.seal.MasterKey;

/**
 * The keys of an open sealed store and their rotation (密钥轮换): a fresh key seals from the next write
 * on, what lies under older ones is sealed again beside the daily work, and a key that nothing lies
 * under is thrown away.
 */
public final class Keyring {
  /** Values sealed again by one write: little for others to wait on. */
  private static final int PAGE = 512;

  private final Store store;
  private final Database database;
  private final SealedValues values;
  private final SecureRandom random = new SecureRandom();
  private volatile MasterKey master;

  Keyring(Store store, Database database, Database.Opened opened) {
    this.store = store;
    this.database = database;
    this.values = opened.values();
    this.master = opened.master();
  }

  /**
   * One key of the store.
   *
   * @param values that lie under it now, older versions that are not compacted yet left out
   */
  public record Key(int number, Instant madeAt, long values, boolean seals) {}

  /** The keys with what lies under each; reads the whole store. */
  public List<Key> keys() {
    DataKeys known = known();
    Map<Integer, Long> counts = counts();
    return known.keys().stream()
        .map(
            key ->
                new Key(
                    key.number(),
                    key.madeAt(),
                    counts.getOrDefault(key.number(), 0L),
                    key.number() == known.newest()))
        .toList();
  }

  /** Names the master key that wraps them. */
  public String masterId() {
    return known().master();
  }

  /** Makes a fresh key; what is written from now on is sealed under it. Returns its number. */
  public synchronized int rotate() {
    DataKeys next =
        store.execute(
            changes -> {
              DataKeys more = known(changes).withFresh(master, changes.instant(), random);
              changes.put(Family.META, DataKeys.PLACE, more.write());
              return more;
            });
    values.adopt(next, master);
    return next.newest();
  }

  /**
   * Seals again what lies under older keys, then throws those away and has the files written anew,
   * so that nothing under them is left. Goes on where it was interrupted when it is called again.
   *
   * @param told now and then how many values were sealed again
   * @return values sealed again
   */
  public long reseal(LongConsumer told) {
    long done = 0;
    for (Family family : Family.values()) {
      if (family.secrecy() != Secrecy.CLEAR) {
        done = reseal(family, done, told);
      }
    }
    retire();
    store.compact();
    return done;
  }

  private long reseal(Family family, long before, LongConsumer told) {
    int newest = known().newest();
    long done = before;
    byte[] from = new byte[0];
    List<byte[]> page = outdated(family, from, newest);
    while (!page.isEmpty()) {
      List<byte[]> places = page;
      store.execute(changes -> Overlay.of(changes).reseal(family, places));
      done += page.size();
      told.accept(done);
      from = page.get(page.size() - 1);
      page = outdated(family, from, newest);
    }
    return done;
  }

  private List<byte[]> outdated(Family family, byte[] from, int newest) {
    return store.guarded(
        () -> {
          List<byte[]> found = new ArrayList<>();
          database.forEachStored(
              family,
              from,
              (place, stored) -> {
                if (SealedValues.keyOf(stored) != newest) {
                  found.add(place);
                }
                return found.size() < PAGE;
              });
          return found;
        });
  }

  /**
   * Wraps all keys by another master key; the old one opens nothing any more after that.
   *
   * @param file of the new key, made where there is none
   */
  public synchronized void rewrap(Path file) {
    MasterKey to = KeyPlace.master(database.folder(), file, true);
    store.execute(
        changes -> {
          changes.put(
              Family.META, DataKeys.PLACE, known(changes).rewrapped(master, to, random).write());
          return to;
        });
    master = to;
  }

  private void retire() {
    Map<Integer, Long> counts = counts();
    store.execute(
        changes -> {
          DataKeys kept = known(changes);
          for (DataKeys.Wrapped key : kept.keys()) {
            if (key.number() != kept.newest() && !counts.containsKey(key.number())) {
              kept = kept.without(key.number());
            }
          }
          if (!kept.equals(known(changes))) {
            changes.put(Family.META, DataKeys.PLACE, kept.write());
          }
          return kept;
        });
  }

  private Map<Integer, Long> counts() {
    return store.guarded(
        () -> {
          Map<Integer, Long> counts = new TreeMap<>();
          for (Family family : Family.values()) {
            if (family.secrecy() != Secrecy.CLEAR) {
              database.forEachStored(
                  family,
                  new byte[0],
                  (place, stored) -> {
                    counts.merge(SealedValues.keyOf(stored), 1L, Long::sum);
                    return true;
                  });
            }
          }
          return counts;
        });
  }

  private DataKeys known() {
    return store.read(view -> DataKeys.read(view.get(Family.META, DataKeys.PLACE).orElseThrow()));
  }

  private static DataKeys known(Changes changes) {
    return DataKeys.read(changes.get(Family.META, DataKeys.PLACE).orElseThrow());
  }
}
