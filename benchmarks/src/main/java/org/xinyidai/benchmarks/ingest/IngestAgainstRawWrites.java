package org.xinyidai.benchmarks.ingest;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.xinyidai.connectors.cumcm.CumcmFolder;
import org.xinyidai.connectors.cumcm.InvoiceFile;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;

/**
 * Question: how many times longer does it take to take real invoice files in (inflate, parse,
 * check, recognise repeats, group, sync) than to write the resulting keys and values straight to
 * RocksDB, in order of arrival or, harder to match, already sorted? Rounds alternate; the first
 * warms up and is not counted. Processor time of the whole process stands beside wall time, for the
 * latter means little on a machine that others use.
 *
 * <p>Arguments: the folder of the invoices, then the number of rounds, 5 unless given.
 */
public final class IngestAgainstRawWrites {
  private static final Instant KNOWN = Instant.parse("2024-01-01T00:00:00Z");
  private static final int USUAL_ROUNDS = 5;

  private final CumcmFolder invoices;
  private final Path work;
  private @Nullable RawStore raw;
  private long received;

  private IngestAgainstRawWrites(CumcmFolder invoices, Path work) {
    this.invoices = invoices;
    this.work = work;
  }

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.err.println("usage: IngestAgainstRawWrites FOLDER [ROUNDS]");
      System.exit(2);
    }
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : USUAL_ROUNDS;
    Path work = Files.createTempDirectory("ingest-benchmark");
    try {
      new IngestAgainstRawWrites(CumcmFolder.open(Path.of(args[0])), work).run(rounds);
    } finally {
      delete(work);
    }
  }

  private void run(int rounds) throws IOException, RocksDBException {
    Time[] ours = new Time[rounds];
    Time[] sealed = new Time[rounds];
    Time[] arrival = new Time[rounds];
    Time[] sorted = new Time[rounds];
    ingest(StoreOptions.standard());
    ingest(sealed());
    RawStore asArrived = Objects.requireNonNull(raw);
    RawStore inOrder = asArrived.sorted();
    writeRaw(asArrived);
    System.out.printf(
        "%,d rows received, %,d facts, %,d bytes of keys and values%n",
        received, asArrived.size(), asArrived.bytes());
    for (int i = 0; i < rounds; i++) {
      ours[i] = ingest(StoreOptions.standard());
      sealed[i] = ingest(sealed());
      arrival[i] = writeRaw(asArrived);
      sorted[i] = writeRaw(inOrder);
      print("round " + (i + 1), ours[i], arrival[i], sorted[i]);
      print("round " + (i + 1) + " sealed", sealed[i], arrival[i], sorted[i]);
    }
    print("median", median(ours), median(arrival), median(sorted));
    print("median sealed", median(sealed), median(arrival), median(sorted));
    System.out.printf("sealed over clear %s%n", median(sealed).over(median(ours)));
  }

  private StoreOptions sealed() {
    return StoreOptions.standard().sealedBy(work.resolve("store.key"));
  }

  /** Opens an empty store, takes the four files in, and closes. */
  private Time ingest(StoreOptions options) throws IOException {
    Path folder = work.resolve("store");
    Time start = Time.now();
    received = 0;
    try (Store store = Store.open(folder, options)) {
      Ingest ingest = new Ingest(store);
      Batches batches = new Batches(store);
      for (InvoiceFile file : invoices.invoices()) {
        Delivery delivery = Delivery.ofFile(file.feed(), file.path(), KNOWN, batches);
        received += ingest.take(delivery, file.open(), Progress.NONE).counts().received();
      }
      if (raw == null) {
        raw =
            RawStore.inOrderOfArrival(
                store, invoices.invoices(), LocalDate.ofInstant(KNOWN, ZoneOffset.UTC));
      }
    }
    Time taken = Time.now().minus(start);
    delete(folder);
    return taken;
  }

  private Time writeRaw(RawStore bytes) throws IOException, RocksDBException {
    Path folder = Files.createDirectory(work.resolve("raw"));
    Time start = Time.now();
    bytes.writeTo(folder);
    Time taken = Time.now().minus(start);
    delete(folder);
    return taken;
  }

  private static void print(String title, Time ours, Time arrival, Time sorted) {
    System.out.printf(
        "%s: ingest %s; raw in order of arrival %s, ratio %s; raw sorted %s, ratio %s%n",
        title, ours, arrival, ours.over(arrival), sorted, ours.over(sorted));
  }

  private static Time median(Time[] times) {
    return new Time(
        median(Arrays.stream(times).mapToDouble(Time::wallSeconds).toArray()),
        median(Arrays.stream(times).mapToDouble(Time::cpuSeconds).toArray()));
  }

  /** Wall and processor time, of a moment or of a span. */
  private record Time(double wallSeconds, double cpuSeconds) {
    private static final double NANOS = 1e9;

    static Time now() {
      OperatingSystemMXBean system =
          ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      return new Time(System.nanoTime() / NANOS, system.getProcessCpuTime() / NANOS);
    }

    /** The ratio of both, wall first. */
    String over(Time peer) {
      return "%.2f (cpu %.2f)"
          .formatted(wallSeconds / peer.wallSeconds, cpuSeconds / peer.cpuSeconds);
    }

    @Override
    public String toString() {
      return "%.2f s (cpu %.2f s)".formatted(wallSeconds, cpuSeconds);
    }

    Time minus(Time start) {
      return new Time(wallSeconds - start.wallSeconds, cpuSeconds - start.cpuSeconds);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
