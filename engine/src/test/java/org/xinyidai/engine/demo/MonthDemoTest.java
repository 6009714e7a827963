package org.xinyidai.engine.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.archive.ScoreId;
import org.xinyidai.engine.http.SmallModel;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.BatchRun;
import org.xinyidai.engine.serving.Ratings;
import org.xinyidai.engine.store.Histories;

/** The month from end to end in a city of a few hundred. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MonthDemoTest {
  private static final CityDemo.Plan PLAN = new CityDemo.Plan(20_241_122, 300);

  @TempDir Path folder;

  private final Heard show = new Heard();

  @Test
  void counts_reconcile_all_are_scored_every_score_replays_and_no_feature_differs()
      throws IOException {
    try (Platform platform = Platform.open(folder.resolve("store"), InstantSource.system())) {
      // A champion that is there already spares the training city.
      platform.models().keep(SmallModel.named("card-1", -2));
      platform.models().promote("card-1");
      boolean sound = month(platform).run();

      assertEquals(List.of(), show.warnings);
      assertTrue(sound, show.lines.toString());
      assertTrue(show.line("features 特征核对").endsWith(" 0 differences"), show.lines.toString());
      assertTrue(show.line("records 归集").contains("received"), show.lines.toString());
      int everyone = everyone(platform);
      assertTrue(everyone > PLAN.enterprises() * 0.9, "few enterprises: " + everyone);
      assertEquals(everyone, replayed(platform));
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(
            2, files.filter(file -> file.getFileName().toString().startsWith("quality-")).count());
      }
    }
  }

  @Test
  void run_again_it_scores_the_same_enterprises_and_takes_nothing_twice() throws IOException {
    try (Platform platform = Platform.open(folder.resolve("store"), InstantSource.system())) {
      platform.models().keep(SmallModel.named("card-1", -2));
      platform.models().promote("card-1");
      assertTrue(month(platform).run());
      BatchRun first = new Ratings(platform.store()).lastRun().orElseThrow();
      month(platform).run();
      BatchRun second = new Ratings(platform.store()).lastRun().orElseThrow();

      assertEquals(first.scored(), second.scored());
      assertEquals(everyone(platform), second.scored());
      assertTrue(show.line("features 特征核对").endsWith(" 0 differences"), show.lines.toString());
    }
  }

  private MonthDemo month(Platform platform) {
    show.lines.clear();
    return new MonthDemo(folder, platform, show, PLAN, new Stopwatch(() -> 0));
  }

  private static int everyone(Platform platform) {
    int everyone = 0;
    for (int shard = 0; shard < platform.store().shards().count(); shard++) {
      everyone += new Histories(platform.store()).enterprises(shard).size();
    }
    return everyone;
  }

  private static int replayed(Platform platform) {
    Ratings ratings = new Ratings(platform.store());
    List<ScoreId> ids = new ArrayList<>();
    ratings.forEach(
        ratings.lastRun().orElseThrow(),
        (uscc, rating) -> ids.add(new ScoreId(uscc, rating.digest())));
    for (ScoreId id : ids) {
      var report = platform.replay().of(platform.archive().find(id).orElseThrow());
      assertTrue(report.identical(), report.differences().toString());
    }
    return ids.size();
  }

  /** Remembers what was shown. */
  private static final class Heard implements Show {
    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @Override
    public void say(String line) {
      lines.add(line);
    }

    @Override
    public void warn(String line) {
      warnings.add(line);
    }

    @Override
    public void during(String task, long total, Work work) {
      work.run(done -> {});
    }

    String line(String start) {
      return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }
  }
}
