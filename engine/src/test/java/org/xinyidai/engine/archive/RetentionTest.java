package org.xinyidai.engine.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.connectors.retention.RetentionRule;
import org.xinyidai.connectors.retention.RetentionRule.Kind;
import org.xinyidai.engine.archive.Reader.Why;
import org.xinyidai.engine.archive.Retention.Fate;
import org.xinyidai.engine.archive.Retention.Item;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.http.SmallModel;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.redress.CaseId;
import org.xinyidai.engine.redress.RedressDesk.Filing;
import org.xinyidai.engine.redress.RedressDesk.Taking;
import org.xinyidai.engine.serving.BatchScoring;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.FactRows;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.subject.Uscc;

/** What is old goes, but nothing that somebody still stands on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionTest {
  private static final LocalDate DAY = LocalDate.of(2020, 6, 30);
  private static final List<RetentionRule> RULES =
      Stream.of(Kind.values())
          .map(kind -> new RetentionRule(kind, Period.ofMonths(24), "a test"))
          .toList();

  @TempDir Path folder;
  private Instant now = Instant.parse("2020-07-05T01:00:00Z");
  private Platform platform;
  private final List<Item> items = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    platform = Platform.open(folder, () -> now);
    platform.models().keep(SmallModel.named("card-1", -2));
    platform.models().promote("card-1");
    for (int i = 0; i < 5; i++) {
      rate(firm(i), "2020-04-12,2019," + "ABCDA".charAt(i));
    }
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void old_scores_go_but_those_a_lender_a_demand_or_an_open_case_stands_on() {
    ScoreId own = serve(firm(0), new Reader("enterprise", "e", Why.OWN, ""));
    ScoreId lent = serve(firm(1), new Reader("bank", "某银行", Why.LENDING, ""));
    ScoreId matched = serve(firm(2), new Reader("enterprise", "e", Why.DEMAND, "d-1"));
    ScoreId disputed = serve(firm(3), new Reader("enterprise", "e", Why.OWN, ""));
    ScoreId shown = serve(firm(4), new Reader("enterprise", "e", Why.OWN, ""));
    platform.store().execute(c -> platform.shares().put(c, shown, "某银行", now.plusSeconds(9)));
    String id = dispute(firm(3));
    now = Instant.parse("2023-01-01T00:00:00Z");

    run(false);
    assertEquals(Fate.DELETED, fate(own));
    assertTrue(platform.archive().find(own).isPresent(), "only listed");
    assertEquals(List.of(), platform.retention().runs());

    Map<Fate, Long> counts = run(true).counts().get("served_scores");
    assertEquals(Map.of(Fate.DELETED, 1L, Fate.HELD_BY_LENDER, 3L, Fate.HELD_BY_CASE, 1L), counts);
    assertTrue(platform.archive().find(own).isEmpty());
    assertEquals(List.of(), platform.archive().readings(own));
    for (ScoreId held : List.of(lent, matched, disputed, shown)) {
      assertTrue(platform.archive().find(held).isPresent());
      assertFalse(platform.archive().readings(held).isEmpty());
    }
    assertEquals(counts, platform.retention().runs().get(0).counts().get("served_scores"));

    platform.redress().take(id, new Taking("WITHDRAW", "enterprise", "撤回", Map.of()));
    run(true);
    assertEquals(Fate.DELETED, fate(disputed));
  }

  @Test
  void what_is_young_stays() {
    ScoreId own = serve(firm(0), new Reader("enterprise", "e", Why.OWN, ""));
    now = Instant.parse("2022-07-04T00:00:00Z");
    run(true);
    assertEquals(List.of(), items);
    assertTrue(platform.archive().find(own).isPresent());
  }

  @Test
  void replaced_scores_of_runs_go_and_the_newest_of_each_enterprise_stays() throws IOException {
    List<ScoreId> first = batch();
    rate(firm(0), "2020-05-12,2019,D");
    now = now.plusSeconds(60);
    List<ScoreId> second = batch();
    now = Instant.parse("2023-01-01T00:00:00Z");

    assertEquals(Map.of(Fate.DELETED, 1L), run(true).counts().get("past_batch_scores"));
    ScoreId replaced = first.stream().filter(id -> !second.contains(id)).findFirst().orElseThrow();
    assertTrue(platform.archive().find(replaced).isEmpty());
    for (ScoreId newest : second) {
      assertTrue(platform.replay().of(platform.archive().find(newest).orElseThrow()).identical());
    }
  }

  @Test
  void old_snapshots_go_but_the_newest() {
    for (int day = 1; day < 4; day++) {
      platform.catalogue().take(DAY.minusDays(day), platform.store().instant(), done -> {});
    }
    platform.catalogue().take(DAY, platform.store().instant(), done -> {});
    now = Instant.parse("2023-01-01T00:00:00Z");
    List<LocalDate> before = platform.catalogue().days();

    run(true);
    assertEquals(List.of(DAY), platform.catalogue().days());
    assertEquals(before.size() - 1, items.size());
    assertTrue(platform.catalogue().find(Optional.of(DAY)).isPresent());
  }

  private Retention.Run run(boolean delete) {
    items.clear();
    return platform.retention().run(RULES, delete, items::add);
  }

  private Fate fate(ScoreId id) {
    return items.stream()
        .filter(item -> item.id().equals(id.toString()))
        .map(Item::fate)
        .findFirst()
        .orElseThrow();
  }

  private List<ScoreId> batch() {
    BatchScoring batch = new BatchScoring(platform.store(), platform.vectors(), platform.scores());
    Moment at = new Moment(DAY, platform.store().instant());
    var run = batch.run(platform.models().champion().orElseThrow(), at, 1, done -> {});
    List<ScoreId> ids = new ArrayList<>();
    batch.ratings().forEach(run, (uscc, r) -> ids.add(new ScoreId(uscc, r.digest())));
    return ids;
  }

  private ScoreId serve(Uscc firm, Reader reader) {
    Moment at = new Moment(DAY, platform.store().instant());
    Scored scored = platform.scores().score(platform.vectors().at(firm, at), null).orElseThrow();
    return platform.archive().serve(scored, reader).id();
  }

  private String dispute(Uscc firm) {
    FactRow.Name fact = new FactRows(platform.store()).page(firm, null, null, 1).get(0).name();
    String id = CaseId.of(firm, "0".repeat(16));
    Filing filing = new Filing(id, CaseFile.Kind.OBJECTION, firm, fact, "有误");
    platform.store().execute(changes -> platform.redress().file(changes, filing));
    return id;
  }

  private static Uscc firm(int number) {
    return Uscc.fromStem("91431103MA%06d".formatted(number));
  }

  private void rate(Uscc firm, String row) throws IOException {
    byte[] rows =
        ("uscc,publishedOn,year,grade\n" + firm + "," + row + "\n")
            .getBytes(StandardCharsets.UTF_8);
    platform
        .ingest()
        .take(
            Delivery.once(TaxRating.FEED, "r.csv", new ByteArrayInputStream(rows), null),
            FeedReader.open(TaxRating.FEED, new ByteArrayInputStream(rows), Format.CSV),
            Progress.NONE);
  }
}
