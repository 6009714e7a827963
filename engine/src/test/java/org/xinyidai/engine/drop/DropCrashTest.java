package org.xinyidai.engine.drop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.subject.Uscc;

/** Kills a real process with SIGKILL while it empties a drop folder, again and again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DropCrashTest {
  private static final long SEED = 20_260_303;
  private static final int FILES = 8;
  private static final int ROWS = 9_000;
  private static final int MOST_STARTS = 60;

  @TempDir private Path folder;

  @Test
  void killed_at_any_moment_every_file_is_taken_exactly_once_and_put_away() throws Exception {
    System.out.println("drop crash test seed " + SEED);
    Random random = new Random(SEED);
    Path drop = Files.createDirectory(folder.resolve("drop"));
    for (int i = 0; i < FILES; i++) {
      Drops.put(drop, i + ".csv", ratings(i), "tax_rating", ROWS);
    }

    int kills = 0;
    int starts = 0;
    while (!runUntil(drop, random.nextInt(3), 1 + random.nextInt(400))) {
      kills++;
      assertTrue(++starts < MOST_STARTS, "the folder is never emptied");
    }
    assertTrue(kills > 2, "only " + kills + " kills came in time: the test proves little");

    try (Stream<Path> done = Files.list(drop.resolve("done"))) {
      assertEquals(3L * FILES, done.count());
    }
    try (Store store = Store.open(folder.resolve("state"), StoreOptions.small())) {
      List<Receipt> receipts = new Batches(store).startingWith("d-");
      assertEquals(FILES, receipts.size());
      for (Receipt receipt : receipts) {
        assertEquals(Receipt.Status.COMPLETE, receipt.status());
        assertEquals(ROWS, receipt.counts().received());
        assertEquals(ROWS, receipt.counts().accepted());
      }
    }
  }

  /** Each file speaks of other enterprises, so a row taken twice would be counted as repeated. */
  private static String ratings(int file) {
    StringBuilder text = new StringBuilder("uscc,grade,publishedOn,year\n");
    for (int i = 0; i < ROWS; i++) {
      Uscc uscc = Uscc.fromStem("91110000MA%06d".formatted(file * ROWS + i));
      text.append(uscc).append(",A,2024-04-10,2023\n");
    }
    return text.toString();
  }

  /** Whether the folder was emptied before some files were settled and a time had passed. */
  private boolean runUntil(Path drop, int files, int milliseconds)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DropChild.class.getName(),
                folder.resolve("state").toString(),
                drop.toString())
            .redirectError(Redirect.INHERIT)
            .start();
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("open", output.readLine(), "the child died at once");
      for (int i = 0; i < files; i++) {
        output.readLine();
      }
      if (!child.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
        child.toHandle().destroyForcibly();
        child.waitFor();
        return false;
      }
      assertEquals(0, child.exitValue());
      return true;
    }
  }
}
