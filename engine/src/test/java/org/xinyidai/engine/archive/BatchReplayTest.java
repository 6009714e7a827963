package org.xinyidai.engine.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.archive.Replay.Difference;
import org.xinyidai.engine.dispute.CaseFile.Kind;
import org.xinyidai.engine.http.SmallModel;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.redress.CaseId;
import org.xinyidai.engine.redress.RedressDesk.Filing;
import org.xinyidai.engine.serving.BatchRun;
import org.xinyidai.engine.serving.BatchScoring;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.FactRows;
import org.xinyidai.engine.store.Family;
import org.xinyidai.models.dispute.Effect;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.score.ReasonCode;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.subject.Uscc;

/** Every score of a batch run is proved again from the facts, as one that was served. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchReplayTest {
  private static final int FIRMS = 40;
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

  @TempDir Path folder;
  private Platform platform;
  private BatchScoring batch;

  @BeforeEach
  void open() throws IOException {
    platform = Platform.open(folder, InstantSource.system());
    batch = new BatchScoring(platform.store(), platform.vectors(), platform.scores());
    platform.models().keep(SmallModel.named("card-1", -2));
    platform.models().promote("card-1");
    for (int i = 0; i < FIRMS; i++) {
      rate(firm(i), "2023-04-12,2022," + "ABCD".charAt(i % 4));
    }
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void scores_of_kept_and_of_computed_vectors_are_the_same_and_replay_to_the_bit() {
    Map<Uscc, ScoreId> computed = run();
    refresh();
    assertEquals(computed, run());
    assertEquals(FIRMS, computed.size());
    computed.forEach(
        (firm, id) -> {
          Replay.Report report = replay(id);
          assertTrue(report.identical(), report.differences().toString());
          assertEquals(online(firm).id(), id);
        });
  }

  @Test
  void a_score_replays_after_later_facts_runs_and_models() throws IOException {
    refresh();
    Map<Uscc, ScoreId> before = run();
    rate(firm(0), "2024-04-12,2023,D");
    platform.models().keep(SmallModel.named("card-2", -1));
    platform.models().promote("card-2");
    Map<Uscc, ScoreId> after = run();

    for (int i = 0; i < FIRMS; i++) {
      assertNotEquals(before.get(firm(i)), after.get(firm(i)));
      assertTrue(replay(before.get(firm(i))).identical());
      assertTrue(replay(after.get(firm(i))).identical());
      assertEquals(2, platform.archive().of(firm(i)).size());
    }
    assertEquals("card-1", find(before.get(firm(0))).score().modelId());
  }

  @Test
  void a_kept_vector_that_is_not_what_the_facts_give_is_found_out() {
    refresh();
    FeatureVector other = platform.vectors().compute(firm(0), DAY, moment().knownAt());
    platform
        .vectors()
        .keep(
            List.of(
                new FeatureVector(
                    firm(3),
                    other.schemaVersion(),
                    DAY,
                    other.knownAt(),
                    other.values(),
                    new byte[other.size()])));
    ScoreId id = run().get(firm(3));

    Replay.Report report = replay(id);
    assertFalse(report.identical());
    assertEquals("inputs", report.differences().get(0).what());
  }

  @Test
  void a_stored_score_that_was_altered_anywhere_is_found_out_by_the_name_of_what_was_altered() {
    Map<Uscc, ScoreId> run = run();
    StoredScore stored = find(run.get(firm(3)));
    Score score = stored.score();
    double pd = score.probabilityOfDefault();
    List<ReasonCode> reasons = score.reasons();
    List<ReasonCode> others = find(run.get(firm(2))).score().reasons();

    assertEquals(List.of(), altered(stored, score.points(), pd, reasons));
    assertEquals(List.of("points"), altered(stored, score.points() + 1, pd, reasons));
    assertEquals(
        List.of("probabilityOfDefault"), altered(stored, score.points(), Math.nextUp(pd), reasons));
    assertEquals(List.of("reasons"), altered(stored, score.points(), pd, others));
  }

  @Test
  void a_model_file_that_is_not_the_one_that_scored_is_found_out() {
    ScoreId id = online(firm(3)).id();
    byte[] digest = HexFormat.of().parseHex(find(id).modelDigest());
    platform
        .store()
        .execute(
            changes -> {
              byte[] file = changes.get(Family.SCORE_MODELS, digest).orElseThrow();
              byte[] longer = Arrays.copyOf(file, file.length + 1);
              longer[file.length] = ' '; // JSON reads it as before
              changes.put(Family.SCORE_MODELS, digest, longer);
              return id;
            });

    Replay.Report report = replay(id);
    assertEquals(
        List.of("modelDigest"), report.differences().stream().map(Difference::what).toList());
  }

  /** What a replay finds in a record that says this of the score. */
  private List<String> altered(
      StoredScore stored, int points, double probability, List<ReasonCode> reasons) {
    Score score = stored.score();
    Score said =
        new Score(
            score.uscc(),
            points,
            probability,
            score.grade(),
            score.stars(),
            reasons,
            score.modelId(),
            score.schemaVersion(),
            score.asOf(),
            score.knownAt());
    StoredScore other =
        new StoredScore(
            stored.id(),
            said,
            stored.modelDigest(),
            stored.vector(),
            stored.touched(),
            stored.storedAt());
    return platform.replay().of(other).differences().stream().map(Difference::what).toList();
  }

  @Test
  void a_disputed_fact_is_left_out_and_the_score_says_so() {
    refresh();
    ScoreId before = run().get(firm(3));
    FactRow.Name fact = new FactRows(platform.store()).page(firm(3), null, null, 1).get(0).name();
    Filing filing =
        new Filing(CaseId.of(firm(3), "0".repeat(16)), Kind.OBJECTION, firm(3), fact, "有误");
    platform.store().execute(changes -> platform.redress().file(changes, filing));

    ScoreId disputed = run().get(firm(3));
    assertNotEquals(before, disputed);
    assertEquals(Effect.FREEZE, find(disputed).touched().get("tax_rating_class"));
    assertTrue(replay(disputed).identical());
    assertEquals(online(firm(3)).id(), disputed);
  }

  @Test
  void what_a_later_fact_touches_is_told_of_batch_scores_too() throws IOException {
    refresh();
    ScoreId id = run().get(firm(1));
    String late = rate(firm(1), "2024-04-12,2023,D");

    List<TouchedScores.Touch> touched = platform.touched().ofBatch(late, TaxRating.FEED, 0, 10);
    assertEquals(List.of(id), touched.stream().map(touch -> touch.stored().id()).toList());
  }

  @Test
  void a_batch_score_that_somebody_reads_is_written_out_with_its_reader() {
    ScoreId id = run().get(firm(1));
    assertEquals(List.of(), platform.archive().served(firm(1)));
    platform.archive().read(find(id), new Reader("bank", "某银行", Reader.Why.LENDING, ""));

    assertEquals(id, platform.archive().served(firm(1)).get(0).id());
    assertEquals(1, platform.archive().readings(id).size());
    assertEquals(1, platform.archive().of(firm(1)).size());
    assertTrue(replay(id).identical());
  }

  @Test
  void an_enterprise_unknown_at_the_moment_is_not_scored() {
    Moment before = new Moment(DAY, Instant.parse("2020-01-01T00:00:00Z"));
    BatchRun run = batch.run(platform.models().champion().orElseThrow(), before, 2, done -> {});
    assertEquals(0, run.scored());
  }

  private Map<Uscc, ScoreId> run() {
    BatchRun run = batch.run(platform.models().champion().orElseThrow(), moment(), 2, done -> {});
    Map<Uscc, ScoreId> ids = new TreeMap<>();
    batch.ratings().forEach(run, (uscc, r) -> ids.put(uscc, new ScoreId(uscc, r.digest())));
    assertEquals(run.scored(), ids.size());
    return ids;
  }

  private Moment moment() {
    return new Moment(DAY, platform.store().instant());
  }

  private void refresh() {
    List<Long> steps = new ArrayList<>();
    platform.vectors().refresh(DAY, platform.store().instant(), steps::add);
    assertFalse(steps.isEmpty());
  }

  private StoredScore online(Uscc firm) {
    Scored scored =
        platform.scores().score(platform.vectors().at(firm, moment()), null).orElseThrow();
    return platform
        .archive()
        .serve(scored, new Reader("enterprise", firm.value(), Reader.Why.OWN, ""));
  }

  private StoredScore find(ScoreId id) {
    return platform.archive().find(id).orElseThrow();
  }

  private Replay.Report replay(ScoreId id) {
    return platform.replay().of(find(id));
  }

  private static Uscc firm(int number) {
    return Uscc.fromStem("91431103MA%06d".formatted(number));
  }

  private String rate(Uscc firm, String row) throws IOException {
    byte[] rows =
        ("uscc,publishedOn,year,grade\n" + firm + "," + row + "\n")
            .getBytes(StandardCharsets.UTF_8);
    return platform
        .ingest()
        .take(
            Delivery.once(TaxRating.FEED, "r.csv", new ByteArrayInputStream(rows), null),
            FeedReader.open(TaxRating.FEED, new ByteArrayInputStream(rows), Format.CSV),
            Progress.NONE)
        .batch()
        .id();
  }
}
