package org.xinyidai.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import org.xinyidai.models.record.VatInvoice;

/** The stored histories against the slow, obvious bookkeeping of what was said when. */
class HistoriesPropertyTest {
  private static final Instant START = Instant.parse("2025-01-06T00:00:00Z");

  /** One row said at one second. */
  record Said(int number, int yuan) {}

  @Property(tries = 40)
  void a_history_is_what_the_obvious_ledger_says(@ForAll("sayings") List<Said> sayings)
      throws IOException {
    Path folder = Files.createTempDirectory("histories");
    try (Store store = Store.open(folder, StoreOptions.small())) {
      for (int second = 0; second < sayings.size(); second++) {
        say(store, sayings.get(second), START.plusSeconds(second));
      }
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
            Arbitraries.integers().between(0, 3), Arbitraries.integers().between(1, 4))
        .as(Said::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  private static void say(Store store, Said said, Instant at) {
    store.execute(
        changes ->
            NewFact.of(
                    store.shards(),
                    VatInvoice.OUTPUT,
                    Invoices.row(Invoices.FIRST, "n" + said.number(), said.yuan()))
                .take(changes, at));
  }

  /** The last distinct thing said of each number; saying an old thing again changes nothing. */
  private static List<Long> ledger(List<Said> sayings) {
    Map<Integer, LinkedHashSet<Integer>> said = new LinkedHashMap<>();
    sayings.forEach(
        one -> said.computeIfAbsent(one.number(), n -> new LinkedHashSet<>()).add(one.yuan()));
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
