package org.xinyidai.engine.redress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.archive.Reader.Why;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.dispute.CaseFile.Kind;
import org.xinyidai.engine.dispute.CaseFile.Step;
import org.xinyidai.engine.dispute.Disputes;
import org.xinyidai.engine.http.SmallModel;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.redress.RedressDesk.Filing;
import org.xinyidai.engine.redress.RedressDesk.Taking;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.FactRows;
import org.xinyidai.models.dispute.Objection;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.subject.Uscc;

/** A process that ends between a decision and the telling of it leaves no lender untold. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatchUpCrashTest {
  private static final Uscc FIRM = new Uscc("91350100M000100Y43");
  private static final String BANK = "某银行";
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

  @TempDir Path folder;

  @Test
  void the_next_start_tells_what_the_last_one_did_not_and_only_once() throws IOException {
    String id;
    try (Platform platform = open()) {
      id = fileWithReader(platform);
      withdrawWithoutTelling(platform, id);
      assertEquals(0, platform.notices().unread(BANK));
    }
    try (Platform platform = open()) {
      assertEquals(1, platform.notices().unread(BANK));
      assertTrue(platform.redress().find(id).orElseThrow().settled());
    }
    try (Platform platform = open()) {
      assertEquals(1, platform.notices().unread(BANK));
    }
  }

  @Test
  void a_step_that_was_told_leaves_nothing_for_the_next_start() throws IOException {
    try (Platform platform = open()) {
      String id = fileWithReader(platform);
      Taking taking = new Taking("WITHDRAW", "enterprise", "撤回", Map.of());
      CaseFile after = platform.redress().take(id, taking).orElseThrow();
      assertTrue(after.settled());
      assertEquals(1, platform.notices().unread(BANK));
      assertTrue(new Disputes(platform.store()).pending().isEmpty());
    }
  }

  @Test
  void kept_vectors_leave_out_what_is_disputed_and_take_it_in_again_when_it_is_not()
      throws IOException {
    try (Platform platform = open()) {
      String id = fileWithReader(platform);
      assertEquals(undisputed(platform), kept(platform));
      assertNotEquals(plain(platform), kept(platform));
      Taking taking = new Taking("WITHDRAW", "enterprise", "撤回", Map.of());
      assertTrue(platform.redress().take(id, taking).isPresent());
      assertEquals(plain(platform), kept(platform));
    }
  }

  private static List<Double> kept(Platform platform) {
    platform.vectors().refreshTouched(DAY, platform.store().instant(), done -> {});
    return values(platform.vectors().stored(FIRM).orElseThrow());
  }

  private static List<Double> undisputed(Platform platform) {
    return values(
        platform.vectors().at(FIRM, new Moment(DAY, platform.store().instant())).vector());
  }

  private static List<Double> plain(Platform platform) {
    History known = platform.vectors().history(FIRM, platform.store().instant());
    return values(platform.vectors().schema().vector(known, DAY));
  }

  private static List<Double> values(FeatureVector vector) {
    return IntStream.range(0, vector.size()).mapToObj(vector::value).toList();
  }

  /** A disputed rating, and a bank that read the score while it was disputed. */
  private static String fileWithReader(Platform platform) throws IOException {
    byte[] rows =
        ("uscc,publishedOn,year,grade\n"
                + FIRM
                + ",2023-04-12,2022,A\n"
                + FIRM
                + ",2024-04-12,2023,D\n")
            .getBytes(StandardCharsets.UTF_8);
    platform
        .ingest()
        .take(
            Delivery.once(TaxRating.FEED, "r.csv", new ByteArrayInputStream(rows), null),
            FeedReader.open(TaxRating.FEED, new ByteArrayInputStream(rows), Format.CSV),
            Progress.NONE);
    platform.models().keep(SmallModel.named("card-1", -2));
    platform.models().promote("card-1");
    FactRow.Name fact = new FactRows(platform.store()).page(FIRM, null, null, 2).get(1).name();
    Filing filing = new Filing(CaseId.of(FIRM, "0".repeat(16)), Kind.OBJECTION, FIRM, fact, "评级有误");
    String id = platform.store().execute(c -> platform.redress().file(c, filing)).id();
    Moment moment = new Moment(DAY, platform.store().instant());
    var scored = platform.scores().score(platform.vectors().at(FIRM, moment), null).orElseThrow();
    assertFalse(scored.from().touched().isEmpty());
    platform.archive().serve(scored, new Reader("bank", BANK, Why.LENDING, ""));
    return id;
  }

  /** What the first write of a step leaves when nothing comes after it. */
  private static void withdrawWithoutTelling(Platform platform, String id) {
    Disputes disputes = new Disputes(platform.store());
    platform
        .store()
        .execute(
            changes -> {
              CaseFile file = disputes.find(changes, FIRM, id).orElseThrow();
              String state = Objection.State.WITHDRAWN.name();
              Step step = new Step(changes.instant(), state, "enterprise", "撤回");
              disputes.put(changes, file.with(step), true);
              return id;
            });
  }

  private Platform open() {
    return Platform.open(folder, InstantSource.system());
  }
}
