package org.xinyidai.benchmarks.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.KeyPlace;
import org.xinyidai.engine.store.Shards;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.subject.Uscc;

/**
 * A store that holds a million kept vectors and nothing else (百万特征向量库), for benchmarks of all that
 * reads them. Built once into a folder, the same from the same seed.
 *
 * <p>Arguments: the folder, then the number of vectors, a million unless given.
 */
public final class VectorStore {
  public static final int MILLION = 1_000_000;

  private static final long SEED = 20_240_630;
  private static final String COMPLETE = "vectors-complete";

  /** Vectors a command writes: a megabyte or two, so that its sync is cheap. */
  private static final int PAGE = 1_024;

  private VectorStore() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.err.println("usage: VectorStore FOLDER [VECTORS]");
      System.exit(2);
    }
    int count = args.length > 1 ? Integer.parseInt(args[1]) : MILLION;
    long start = System.nanoTime();
    open(Path.of(args[0]), count).close();
    System.out.printf(
        "%,d vectors in %s, %.1f s%n", count, args[0], (System.nanoTime() - start) / 1e9);
  }

  /** Opens the store of a folder, filling it first where that was not finished. */
  public static Store open(Path folder, int count) throws IOException {
    Path complete = folder.resolveSibling(folder.getFileName() + "." + COMPLETE);
    Store store = Store.open(folder, options());
    if (!Files.exists(complete)) {
      fill(store, count);
      Files.createFile(complete);
    }
    return store;
  }

  /** Sealed where a key file is named by {@link KeyPlace#PROPERTY}. */
  private static StoreOptions options() {
    String keyFile = System.getProperty(KeyPlace.PROPERTY);
    StoreOptions options = StoreOptions.standard();
    return keyFile == null ? options : options.sealedBy(Path.of(keyFile));
  }

  /** Keeps vectors in key order, the order that costs the store least. */
  public static void fill(Store store, int count) {
    Shards shards = store.shards();
    byte[][] keys =
        IntStream.range(0, count)
            .mapToObj(number -> FactKey.enterprise(shards, SyntheticVectors.code(number)))
            .sorted(Comparator.comparing((byte[] key) -> key, Arrays::compareUnsigned))
            .toArray(byte[][]::new);
    SyntheticVectors source = new SyntheticVectors(SEED);
    Vectors vectors = new Vectors(store, FeatureCatalogue.CURRENT);
    List<FeatureVector> page = new ArrayList<>(PAGE);
    for (byte[] key : keys) {
      page.add(source.vector(FactKey.usccOf(key)));
      if (page.size() == PAGE) {
        vectors.keep(page);
        page.clear();
      }
    }
    vectors.keep(page);
  }

  /** Codes of the store in random order, for reads that no cache can foresee. */
  public static List<Uscc> someCodes(int of, int wanted, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.ints(wanted, 0, of).mapToObj(SyntheticVectors::code).toList();
  }
}
