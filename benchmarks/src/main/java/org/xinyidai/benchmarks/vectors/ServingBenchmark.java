package org.xinyidai.benchmarks.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.rocksdb.RocksDBException;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.subject.Uscc;

/**
 * How long does it take to serve the vector of one enterprise out of a million, ready to be scored:
 * beside a raw get of the same value from the same files. The tail is what was promised, so times
 * are sampled one by one. {@code ServingReport} runs this and prints the ratio.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Threads(1)
@Fork(1)
public class ServingBenchmark {
  private static final long SEED = 7;

  /** So many that their blocks do not fit into the block cache of either reader. */
  private static final int ASKED = 1 << 19;

  /** The folder of the store; built there when it is not yet. */
  @Param({"vectors-benchmark"})
  public String folder = "";

  @Param({"1000000"})
  public int vectors;

  private List<Uscc> codes = List.of();
  private byte[][] keys = {};
  private int next;
  private @Nullable Store store;
  private @Nullable Vectors served;
  private @Nullable RawReads raw;

  /** Opens both readers and warms the page cache by one pass over all. */
  @Setup(Level.Trial)
  public void open() throws IOException, RocksDBException {
    Path path = Path.of(folder);
    Files.createDirectories(path);
    Store opened = VectorStore.open(path, vectors);
    Vectors reads = new Vectors(opened, FeatureCatalogue.CURRENT);
    codes = VectorStore.someCodes(vectors, ASKED, SEED);
    keys =
        codes.stream()
            .map(code -> FactKey.enterprise(opened.shards(), code))
            .toArray(byte[][]::new);
    long[] seen = {0};
    for (int shard = 0; shard < opened.shards().count(); shard++) {
      reads.forEach(shard, vector -> seen[0]++);
    }
    if (seen[0] != vectors) {
      throw new IllegalStateException(seen[0] + " vectors kept, not " + vectors);
    }
    raw = RawReads.open(path);
    store = opened;
    served = reads;
  }

  @TearDown(Level.Trial)
  public void close() {
    Objects.requireNonNull(raw).close();
    Objects.requireNonNull(store).close();
  }

  /** Our read: a consistent view, the value decoded, every feature with its missing reason. */
  @Benchmark
  public FeatureVector served() {
    return Objects.requireNonNull(served).stored(codes.get(next++ & (ASKED - 1))).orElseThrow();
  }

  /** The bytes alone. */
  @Benchmark
  public byte[] rawGet() throws RocksDBException {
    return Objects.requireNonNull(raw).get(keys[next++ & (ASKED - 1)]);
  }
}
