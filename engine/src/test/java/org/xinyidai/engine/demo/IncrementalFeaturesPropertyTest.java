package org.xinyidai.engine.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.demo.Delivered.Kind;
import org.xinyidai.engine.demo.Delivered.RowSpec;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.dispute.Disputes;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.redress.CaseId;
import org.xinyidai.engine.redress.CaseRefused;
import org.xinyidai.engine.redress.RedressDesk.Filing;
import org.xinyidai.engine.redress.RedressDesk.Taking;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.FactRows;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.subject.Uscc;

/**
 * Whatever comes, in whatever batches, with features refreshed at any moments between: what is kept
 * is what all facts give, and what is served as current is never anything else.
 */
class IncrementalFeaturesPropertyTest {
  private static final int FIRMS = 3;
  private static final YearMonth FIRST = YearMonth.of(2024, 7);
  private static final List<String> ENDS = List.of("WITHDRAW", "REMOVE", "UPHOLD", "ASK_SOURCE");

  /** What happens next. */
  enum What {
    DELIVER,
    BACKFILL,
    DISPUTE,
    DECIDE,
    REFRESH,
    CLOSE_MONTH
  }

  /** One thing that happens; each kind reads of it what it needs. */
  record Step(What what, Kind kind, List<RowSpec> rows, int pick) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<What> what =
        Arbitraries.frequency(
            Tuple.of(8, What.DELIVER),
            Tuple.of(1, What.BACKFILL),
            Tuple.of(3, What.DISPUTE),
            Tuple.of(3, What.DECIDE),
            Tuple.of(4, What.REFRESH),
            Tuple.of(1, What.CLOSE_MONTH));
    Arbitrary<RowSpec> row =
        Combinators.combine(
                Arbitraries.integers().between(0, FIRMS - 1),
                Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(0, 3),
                Arbitraries.of(0, 0, 0, 1, 2, 9, 14))
            .as(RowSpec::new);
    Arbitrary<Step> step =
        Combinators.combine(
                what,
                Arbitraries.of(Kind.class),
                row.list().ofMinSize(1).ofMaxSize(6),
                Arbitraries.integers().between(0, 99))
            .as(Step::new);
    return step.list().ofMinSize(4).ofMaxSize(24);
  }

  @Property(tries = 60, seed = "31415", edgeCases = EdgeCasesMode.NONE)
  void kept_equals_recomputed_after_any_history(@ForAll("steps") List<Step> steps)
      throws IOException {
    Path folder = Files.createTempDirectory("xinyidai-incremental");
    try (World world = new World(folder)) {
      for (Step step : steps) {
        world.take(step);
        world.assertServedIsComputed();
      }
      world.refresh();
      world.assertKeptIsComputed();
      Statistics.label("with a dispute").collect(world.disputed > 0);
      Statistics.label("steps refused").collect(world.refused);
    } finally {
      Scratch.delete(folder);
    }
  }

  /** A platform whose clock the test moves. */
  private static final class World implements AutoCloseable {
    private final Platform platform;
    private final Disputes disputes;
    private Instant now = FIRST.atDay(5).atStartOfDay().toInstant(ZoneOffset.UTC);
    private LocalDate asOf = FIRST.minusMonths(1).atEndOfMonth();
    private int batches;
    private int disputed;
    private int refused;

    World(Path folder) {
      platform = Platform.open(folder, () -> now);
      disputes = new Disputes(platform.store());
    }

    void take(Step step) {
      now = now.plus(Duration.ofMinutes(7));
      switch (step.what()) {
        case DELIVER -> deliver(step, null);
        case BACKFILL -> deliver(step, now.minus(Duration.ofHours(step.pick())));
        case DISPUTE -> dispute(step.pick());
        case DECIDE -> decide(step.pick());
        case REFRESH -> platform.vectors().refreshTouched(asOf, instant(), done -> {});
        case CLOSE_MONTH -> closeMonth();
      }
    }

    private void deliver(Step step, @Nullable Instant knownAt) {
      String key = "batch-" + batches++;
      Delivered.send(platform.ingest(), step.kind(), step.rows(), asOf.plusDays(1), key, knownAt);
    }

    private void dispute(int pick) {
      Uscc firm = Delivered.firm(pick % FIRMS);
      List<FactRow> facts = new FactRows(platform.store()).page(firm, null, null, 100);
      if (facts.isEmpty()) {
        return;
      }
      FactRow.Name fact = facts.get(pick % facts.size()).name();
      String id = CaseId.of(firm, "%016x".formatted(batches++));
      Filing filing = new Filing(id, CaseFile.Kind.OBJECTION, firm, fact, "与事实不符");
      try {
        platform.store().execute(changes -> platform.redress().file(changes, filing));
        disputed++;
      } catch (CaseRefused twice) {
        refused++;
      }
    }

    private void decide(int pick) {
      List<CaseFile> open = disputes.pending();
      if (open.isEmpty()) {
        return;
      }
      Taking taking = new Taking(ENDS.get(pick % ENDS.size()), "office", "经核查", Map.of());
      try {
        platform.redress().take(open.get(pick % open.size()).id(), taking);
      } catch (CaseRefused notNow) {
        refused++;
      }
    }

    private void closeMonth() {
      asOf = YearMonth.from(asOf).plusMonths(1).atEndOfMonth();
      now = asOf.plusDays(5).atStartOfDay().toInstant(ZoneOffset.UTC);
      if (batches % 2 == 0) {
        refresh();
      }
    }

    void refresh() {
      platform.vectors().refresh(asOf, instant(), done -> {});
    }

    private Instant instant() {
      return platform.store().instant();
    }

    void assertServedIsComputed() {
      for (int i = 0; i < FIRMS; i++) {
        Uscc firm = Delivered.firm(i);
        Moment at = new Moment(asOf, instant());
        UndisputedVector computed = platform.vectors().at(firm, at);
        platform.vectors().kept(firm, at).ifPresent(v -> assertEquals(computed.vector(), v));
      }
    }

    void assertKeptIsComputed() {
      Instant at = instant();
      for (int i = 0; i < FIRMS; i++) {
        Uscc firm = Delivered.firm(i);
        List<Fact<?>> facts = new Histories(platform.store()).facts(firm);
        assertEquals(facts.isEmpty(), platform.vectors().stored(firm).isEmpty());
        if (!facts.isEmpty()) {
          var kept = platform.vectors().stored(firm).orElseThrow().knownAt(at);
          assertEquals(platform.vectors().compute(firm, asOf, at), kept);
          if (disputes.openAt(firm, at).facts().isEmpty()) {
            History plain = History.knownAt(at, firm, facts);
            assertEquals(platform.vectors().schema().vector(plain, asOf), kept);
          }
        }
      }
      assertEquals(0, MonthCheck.of(platform, asOf).differences());
    }

    @Override
    public void close() {
      platform.close();
    }
  }
}
