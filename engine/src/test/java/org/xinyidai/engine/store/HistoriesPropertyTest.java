package org.xinyidai.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.VatInvoice;

/** The stored histories against the slow, obvious bookkeeping of what was said when. */
class HistoriesPropertyTest {
  private static final Instant START = Instant.parse("2025-01-06T00:00:00Z");

  /** One row said at one second, of a day that may lie before those said earlier. */
  record Said(int number, int day, int yuan) {
    String fact() {
      return number + " of day " + day;
    }
  }

  @Property(tries = 40)
  void a_history_is_what_the_obvious_ledger_says(
      @ForAll("sayings") List<Said> sayings, @ForAll("places") int reopenAt) throws IOException {
    Path folder = Files.createTempDirectory("histories");
    int half = Math.min(reopenAt, sayings.size());
    try (Store store = Store.open(folder, StoreOptions.small())) {
      say(store, sayings, 0, half);
    }
    try (Store store = Store.open(folder, StoreOptions.small())) {
      say(store, sayings, half, sayings.size());
      Histories histories = new Histories(store);
      for (int second = 0; second < sayings.size(); second++) {
        List<Long> stored =
            histories
                .knownAt(START.plusSeconds(second), Invoices.FIRST)
                .of(VatInvoice.OUTPUT)
                .stream()
                .map(VatInvoice::amountFen)
                .sorted()
                .toList();
        assertEquals(ledger(sayings.subList(0, second + 1)), stored, "at second " + second);
      }
    } finally {
      delete(folder);
    }
  }

  @Provide
  Arbitrary<List<Said>> sayings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, 4))
        .as(Said::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 25);
  }

  private static void say(Store store, List<Said> sayings, int from, int to) {
    for (int second = from; second < to; second++) {
      Said said = sayings.get(second);
      Instant at = START.plusSeconds(second);
      LocalDate day = LocalDate.of(2024, 3, said.day());
      Row row = Invoices.row(Invoices.FIRST, "n" + said.number(), day, said.yuan());
      store.execute(
          changes -> NewFact.of(store.shards(), VatInvoice.OUTPUT, row).take(changes, at));
    }
  }

  /** The last distinct thing said of each number; saying an old thing again changes nothing. */
  private static List<Long> ledger(List<Said> sayings) {
    Map<String, LinkedHashSet<Integer>> said = new LinkedHashMap<>();
    sayings.forEach(
        one -> said.computeIfAbsent(one.fact(), f -> new LinkedHashSet<>()).add(one.yuan()));
    return said.values().stream()
        .map(versions -> new ArrayList<>(versions).get(versions.size() - 1) * 100L)
        .sorted()
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
