package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.SmallModel;
import org.xinyidai.engine.platform.Platform;

/** The operator's proof of a past score. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayCommandTest {
  private static final String FIRM = "91350100M000100Y43";

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    ingest("first.csv", "2023-04-12,2022,A");
    try (Platform platform = Platform.open(state(), InstantSource.system())) {
      platform.models().keep(SmallModel.named("card-1", -2));
      platform.models().promote("card-1");
    }
  }

  @Test
  void a_score_is_proved_after_a_correction_came_in() throws IOException {
    String id = score();
    ingest("correction.csv", "2023-04-12,2022,D");

    Terminal replay = Terminal.type("replay", "--state", state().toString(), id);

    assertEquals(0, replay.exitCode(), replay.err());
    assertTrue(replay.out().contains("一致 identical"), replay.out());
    assertTrue(!score().equals(id), "the corrected score is another record");
  }

  @Test
  void a_score_whose_past_was_rewritten_fails_and_says_what_differs() throws IOException {
    Instant early = Instant.now().minus(1, ChronoUnit.DAYS);
    String inBatch = score("--all");
    ingest("other.csv", "2024-03-12,2023,B");
    String served = score(FIRM);
    ingest("backfill.csv", "2024-04-12,2023,D", "--known-at", early.toString());

    Terminal replay = Terminal.type("replay", "--state", state().toString(), served);
    assertEquals(1, replay.exitCode());
    assertTrue(replay.out().contains("vector.tax_rating_class"), replay.out());
    assertTrue(replay.out().contains("points"), replay.out());
    // A batch keeps the digest of its inputs alone, so it tells that they differ.
    Terminal ofBatch = Terminal.type("replay", "--state", state().toString(), inBatch);
    assertEquals(1, ofBatch.exitCode());
    assertTrue(ofBatch.out().contains("inputs"), ofBatch.out());
  }

  @Test
  void a_late_batch_lists_the_score_it_touches_and_so_does_the_enterprise() throws IOException {
    String id = score();
    String batch = ingest("late.csv", "2024-04-12,2023,D");

    Terminal ofBatch = Terminal.type("touched", "--state", state().toString(), batch);
    Terminal ofFirm = Terminal.type("touched", "--state", state().toString(), FIRM);

    assertEquals(0, ofBatch.exitCode(), ofBatch.err());
    assertTrue(ofBatch.out().contains(id) && ofBatch.out().contains("tax_rating.2024-04-12"));
    assertEquals(ofBatch.out(), ofFirm.out());
    assertEquals(1, Terminal.type("touched", "--state", state().toString(), "f-none").exitCode());
  }

  @Test
  void an_unknown_number_ends_in_one_line() {
    for (String id : new String[] {"none", FIRM + "-" + "0".repeat(32)}) {
      Terminal replay = Terminal.type("replay", "--state", state().toString(), id);
      assertEquals(1, replay.exitCode());
      assertTrue(replay.complainsInOneLine(), replay.err());
    }
  }

  private String score() {
    return score("--all");
  }

  private String score(String whom) {
    Terminal scored = Terminal.type("score", "--state", state().toString(), whom);
    assertEquals(0, scored.exitCode(), scored.err());
    String line = scored.out().lines().skip(1).findFirst().orElseThrow();
    return line.substring(line.lastIndexOf(',') + 1);
  }

  private String ingest(String name, String row, String... options) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "uscc,publishedOn,year,grade\n" + FIRM + "," + row + "\n");
    String[] command =
        Stream.of(
                Stream.of("ingest", "--state", state().toString(), "--feed", "tax_rating"),
                Stream.of(options),
                Stream.of(file.toString()))
            .flatMap(parts -> parts)
            .toArray(String[]::new);
    Terminal taken = Terminal.type(command);
    assertEquals(0, taken.exitCode(), taken.err());
    return taken.out().replaceAll("(?s).*\\(batch ([^)]*)\\).*", "$1");
  }

  private Path state() {
    return folder.resolve("state");
  }
}
