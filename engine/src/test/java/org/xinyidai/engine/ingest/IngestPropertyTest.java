package org.xinyidai.engine.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.record.VatInvoice;

/** Random deliveries with repeats, corrections and bad rows, against the obvious count by hand. */
class IngestPropertyTest {
  private static final Instant KNOWN = Instant.parse("2024-06-01T00:00:00Z");

  /** A line, good where yuan is positive. */
  record Line(int enterprise, int number, int yuan) {
    String text() {
      return yuan > 0 ? InvoiceFile.line(enterprise, number, yuan) : InvoiceFile.badCode(number);
    }

    String fact() {
      return enterprise + "/" + number;
    }
  }

  @Property(tries = 40)
  void received_is_accepted_plus_repeated_plus_rejected(
      @ForAll("files") List<List<Line>> files, @ForAll("chunks") int chunkRows) throws IOException {
    Path folder = Files.createTempDirectory("ingest");
    try (Store store = Store.open(folder.resolve("state"), StoreOptions.small())) {
      Ingest ingest = new Ingest(store, chunkRows);
      Map<String, Set<Integer>> versions = new HashMap<>();
      for (int i = 0; i < files.size(); i++) {
        Path file =
            InvoiceFile.write(
                folder.resolve(i + ".csv"), files.get(i).stream().map(Line::text).toList());
        Counts counts = ingest.takeFile(VatInvoice.OUTPUT, file, KNOWN, Progress.NONE).counts();
        assertEquals(counts.received(), counts.accepted() + counts.repeated() + counts.rejected());
        assertCountedByHand(files.get(i), versions, counts);
      }
    } finally {
      delete(folder);
    }
  }

  private static void assertCountedByHand(
      List<Line> lines, Map<String, Set<Integer>> versions, Counts counts) {
    long accepted = 0;
    long corrected = 0;
    long rejected = 0;
    for (Line line : lines) {
      if (line.yuan() == 0) {
        rejected++;
        continue;
      }
      Set<Integer> known = versions.computeIfAbsent(line.fact(), f -> new HashSet<>());
      boolean first = known.isEmpty();
      if (known.add(line.yuan())) {
        accepted++;
        corrected += first ? 0 : 1;
      }
    }
    assertEquals(lines.size(), counts.received());
    assertEquals(accepted, counts.accepted());
    assertEquals(corrected, counts.corrected());
    assertEquals(rejected, counts.rejected());
  }

  @Provide
  Arbitrary<List<List<Line>>> files() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 3))
        .as(Line::new)
        .list()
        .ofMaxSize(30)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<Integer> chunks() {
    return Arbitraries.integers().between(1, 12);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
