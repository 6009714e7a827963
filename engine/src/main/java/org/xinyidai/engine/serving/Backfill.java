package org.xinyidai.engine.serving;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.View;
import org.xinyidai.models.feature.FeatureSchema;

/**
 * Brings kept vectors that lack a new feature to the current schema (特征回填), while everything else
 * goes on. Each page of vectors becomes durable together with the progress over it, so a killed
 * process goes on where it stopped. Nobody ever sees the feature half filled: until a vector is
 * brought up, {@link Vectors} computes what it lacks when it is read.
 */
public final class Backfill {
  /** Vectors that share a sync: a megabyte or two at most. */
  private static final int USUAL_PAGE = 512;

  private final Store store;
  private final FeatureSchema schema;
  private final Vectors vectors;
  private final int pageSize;

  public Backfill(Store store, Vectors vectors) {
    this(store, vectors, USUAL_PAGE);
  }

  /** With pages of another size, so that a test crosses many of them. */
  Backfill(Store store, Vectors vectors, int pageSize) {
    this.store = store;
    this.schema = vectors.schema();
    this.vectors = vectors;
    this.pageSize = pageSize;
  }

  /** A vector that lacks features, as it is kept and as it shall be. */
  private static final class Lacking {
    final byte[] key;
    final byte[] kept;
    final byte[] completed;

    Lacking(byte[] key, byte[] kept, byte[] completed) {
      this.key = key;
      this.kept = kept;
      this.completed = completed;
    }
  }

  /** Some vectors in key order; {@code lastKey} in hexadecimal. */
  private record Page(int examined, List<Lacking> lacking, String lastKey, boolean last) {}

  /** How far the backfill of a feature has come; empty where none was begun. */
  public Optional<BackfillProgress> progress(String feature) {
    return store
        .read(view -> view.get(Family.BACKFILLS, key(feature)))
        .map(BackfillProgress::decode);
  }

  /** Whether the current schema has such a feature. */
  public boolean knows(String feature) {
    return schema.position(feature).isPresent();
  }

  /**
   * Fills a feature of the current schema into every kept vector; goes on where an interrupted run
   * stopped.
   *
   * @param durable told each step once it would survive a crash
   * @throws IllegalArgumentException when the schema has no such feature
   */
  public BackfillProgress run(String feature, Consumer<BackfillProgress> durable) {
    if (!knows(feature)) {
      throw new IllegalArgumentException("no feature " + feature);
    }
    BackfillProgress progress =
        progress(feature)
            .filter(begun -> begun.schemaVersion() == schema.version())
            .orElseGet(() -> BackfillProgress.begin(schema.version()));
    while (!progress.complete()) {
      byte[] after = progress.lastKey();
      Page page = store.read(view -> read(view, after));
      BackfillProgress before = progress;
      progress = store.execute(changes -> write(changes, feature, page, before));
      durable.accept(progress);
    }
    return progress;
  }

  private Page read(View view, byte[] after) {
    List<Lacking> lacking = new ArrayList<>();
    int examined = 0;
    byte[] last = after;
    try (Cursor cursor = view.scan(Family.VECTORS, new byte[0], after)) {
      while (examined < pageSize && cursor.next()) {
        byte[] key = cursor.key();
        if (!Arrays.equals(key, after)) {
          byte[] kept = cursor.value();
          if (VectorCodec.schemaVersion(kept) != schema.version()) {
            lacking.add(new Lacking(key, kept, completed(view, key, kept)));
          }
          examined++;
          last = key;
        }
      }
    }
    return new Page(examined, lacking, HexFormat.of().formatHex(last), examined < pageSize);
  }

  private byte[] completed(View view, byte[] key, byte[] kept) {
    return VectorCodec.encode(vectors.current(view, FactKey.usccOf(key), kept));
  }

  /** A vector that was refreshed meanwhile has the feature already and stays as it is. */
  private static BackfillProgress write(
      Changes changes, String feature, Page page, BackfillProgress before) {
    long filled = 0;
    for (Lacking vector : page.lacking()) {
      Optional<byte[]> now = changes.get(Family.VECTORS, vector.key);
      if (now.isPresent() && Arrays.equals(now.get(), vector.kept)) {
        changes.put(Family.VECTORS, vector.key, vector.completed);
        filled++;
      }
    }
    BackfillProgress after =
        new BackfillProgress(
            before.schemaVersion(),
            page.last(),
            before.examined() + page.examined(),
            before.filled() + filled,
            page.lastKey());
    changes.put(Family.BACKFILLS, key(feature), after.encode());
    return after;
  }

  private static byte[] key(String feature) {
    return feature.getBytes(US_ASCII);
  }
}
