package org.xinyidai.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.subject.Uscc;

/** Reads what is known of enterprises, now or at any moment before (企业信用档案读取). */
public final class Histories {
  private final Store store;

  public Histories(Store store) {
    this.store = store;
  }

  /**
   * The history of an enterprise as it was known at an instant; without any feed when nothing was.
   */
  public History knownAt(Instant knownAt, Uscc uscc) {
    return store.read(view -> knownAt(view, knownAt, uscc));
  }

  /** The same inside a view, for one consistent picture with other state. */
  public History knownAt(View view, Instant knownAt, Uscc uscc) {
    List<Fact<?>> known = new ArrayList<>();
    try (Cursor heads = view.scan(Family.FACTS, FactKey.enterprise(store.shards(), uscc))) {
      while (heads.next()) {
        byte[] key = heads.key();
        versionKnownAt(view, knownAt, key, heads.value())
            .ifPresent(value -> known.add(FactValue.fact(uscc, key, value)));
      }
    }
    return History.knownAt(knownAt, uscc, known);
  }

  /** Every version of every fact of an enterprise, in key order, each fact's oldest first. */
  public List<Fact<?>> facts(Uscc uscc) {
    return store.read(view -> facts(view, uscc));
  }

  /** The same inside a view. */
  public List<Fact<?>> facts(View view, Uscc uscc) {
    List<Fact<?>> facts = new ArrayList<>();
    byte[] prefix = FactKey.enterprise(store.shards(), uscc);
    try (Cursor heads = view.scan(Family.FACTS, prefix)) {
      while (heads.next()) {
        addVersions(view, uscc, heads.key(), heads.value(), facts);
      }
    }
    return facts;
  }

  /**
   * Hands over every enterprise of a shard with all versions of its facts, in key order and as of
   * one moment. Shards may be read on different threads.
   *
   * @param shard 0 to {@code store.shards().count() - 1}
   */
  public void forEach(int shard, BiConsumer<Uscc, List<Fact<?>>> reader) {
    store.read(
        view -> {
          @Nullable Uscc current = null;
          List<Fact<?>> facts = new ArrayList<>();
          try (Cursor heads = view.scan(Family.FACTS, new byte[] {(byte) shard})) {
            while (heads.next()) {
              byte[] key = heads.key();
              if (current == null || !FactKey.isOf(current, key)) {
                handOver(current, facts, reader);
                current = FactKey.usccOf(key);
                facts = new ArrayList<>();
              }
              addVersions(view, current, key, heads.value(), facts);
            }
          }
          handOver(current, facts, reader);
          return true;
        });
  }

  /**
   * Hands over every enterprise of a shard with its facts of some neighbouring feeds as they hold
   * now, in key order and as of one moment. Seeks over all other feeds, so cheap beside long
   * histories.
   *
   * @param firstFeed number of the first feed wanted
   * @param lastFeed number of the last, itself included
   */
  public void forEachOf(
      int shard, int firstFeed, int lastFeed, BiConsumer<Uscc, List<Fact<?>>> reader) {
    store.read(
        view -> {
          @Nullable Uscc current = null;
          List<Fact<?>> facts = new ArrayList<>();
          try (Cursor heads = view.scan(Family.FACTS, new byte[] {(byte) shard})) {
            while (heads.next()) {
              byte[] key = heads.key();
              if (current == null || !FactKey.isOf(current, key)) {
                handOver(current, facts, reader);
                current = FactKey.usccOf(key);
                facts = new ArrayList<>();
              }
              int feed = FactKey.feedOf(key).number();
              if (feed < firstFeed) {
                heads.seek(FactKey.feed(key, firstFeed));
              } else if (feed > lastFeed) {
                heads.seek(FactKey.behindEnterprise(key));
              } else {
                addUnlessWithdrawn(current, key, heads.value(), facts);
              }
            }
          }
          handOver(current, facts, reader);
          return true;
        });
  }

  /** The same of one enterprise. */
  public List<Fact<?>> current(Uscc uscc, int firstFeed, int lastFeed) {
    return store.read(
        view -> {
          List<Fact<?>> facts = new ArrayList<>();
          byte[] prefix = FactKey.enterprise(store.shards(), uscc);
          try (Cursor heads = view.scan(Family.FACTS, prefix, FactKey.feed(prefix, firstFeed))) {
            while (heads.next() && FactKey.feedOf(heads.key()).number() <= lastFeed) {
              addUnlessWithdrawn(uscc, heads.key(), heads.value(), facts);
            }
          }
          return facts;
        });
  }

  /** Whether anything was ever told of an enterprise by another feed than one. */
  public boolean hasBeside(Uscc uscc, int feed) {
    return store.read(
        view -> {
          byte[] prefix = FactKey.enterprise(store.shards(), uscc);
          try (Cursor heads = view.scan(Family.FACTS, prefix)) {
            if (heads.next() && FactKey.feedOf(heads.key()).number() == feed) {
              heads.seek(FactKey.feed(prefix, feed + 1));
              return heads.next();
            }
            return heads.next();
          }
        });
  }

  /**
   * The enterprises of a shard that have facts, in key order; seeks, so cheap for long histories.
   */
  public List<Uscc> enterprises(int shard) {
    return store.read(
        view -> {
          List<Uscc> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.FACTS, new byte[] {(byte) shard})) {
            while (cursor.next()) {
              found.add(FactKey.usccOf(cursor.key()));
              cursor.seek(FactKey.behindEnterprise(cursor.key()));
            }
          }
          return found;
        });
  }

  private static void handOver(
      @Nullable Uscc uscc, List<Fact<?>> facts, BiConsumer<Uscc, List<Fact<?>>> reader) {
    if (uscc != null) {
      reader.accept(uscc, facts);
    }
  }

  /** The newest version known by then; older versions are looked up only when the head is newer. */
  private static Optional<byte[]> versionKnownAt(
      View view, Instant knownAt, byte[] key, byte[] head) {
    byte[] value = head;
    for (int version = FactValue.version(head); ; version--) {
      if (!FactValue.knownAt(value).isAfter(knownAt)) {
        return Optional.of(value);
      }
      if (version == 0) {
        return Optional.empty();
      }
      value = superseded(view, key, version - 1);
    }
  }

  private static void addUnlessWithdrawn(Uscc uscc, byte[] key, byte[] head, List<Fact<?>> facts) {
    if (!FactValue.isWithdrawn(head)) {
      facts.add(FactValue.fact(uscc, key, head));
    }
  }

  private static void addVersions(
      View view, Uscc uscc, byte[] key, byte[] head, List<Fact<?>> facts) {
    for (int version = 0; version < FactValue.version(head); version++) {
      facts.add(FactValue.fact(uscc, key, superseded(view, key, version)));
    }
    facts.add(FactValue.fact(uscc, key, head));
  }

  private static byte[] superseded(View view, byte[] key, int version) {
    return view.get(Family.SUPERSEDED, FactKey.superseded(key, version))
        .orElseThrow(() -> new IllegalStateException("version " + version + " of a fact is lost"));
  }
}
