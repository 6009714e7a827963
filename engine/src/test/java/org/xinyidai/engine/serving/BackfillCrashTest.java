package org.xinyidai.engine.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;

/** Kills a real process with SIGKILL while it backfills, again and again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackfillCrashTest {
  private static final long SEED = 20_260_102;
  private static final int ENTERPRISES = 400;
  private static final int KILLS = 3;

  @TempDir private Path folder;

  @Test
  void killed_at_any_moment_it_goes_on_and_no_vector_is_filled_twice_or_served_half()
      throws Exception {
    System.out.println("crash test seed " + SEED);
    Random random = new Random(SEED);
    try (Store store = Store.open(folder, StoreOptions.small())) {
      OldVectors.keep(store, ENTERPRISES);
    }
    int told = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      told += killedAfter(1 + random.nextInt(8));
      try (Store store = Store.open(folder, StoreOptions.small())) {
        int filled = OldVectors.kept(store, OldVectors.NEWER.version());
        assertTrue(filled >= told && filled < ENTERPRISES, filled + " of told " + told);
        OldVectors.assertServedWhole(store, ENTERPRISES);
        told = filled;
      }
    }
    try (Store store = Store.open(folder, StoreOptions.small())) {
      BackfillProgress end =
          new Backfill(store, new Vectors(store, OldVectors.NEWER), BackfillChild.PAGE)
              .run(OldVectors.FEATURE, step -> {});
      assertEquals(ENTERPRISES, end.filled());
      assertEquals(ENTERPRISES, end.examined());
      assertEquals(ENTERPRISES, OldVectors.kept(store, OldVectors.NEWER.version()));
      OldVectors.assertServedWhole(store, ENTERPRISES);
    }
  }

  /** Lets a child make some durable steps and kills it; returns the vectors it said it filled. */
  private int killedAfter(int steps) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BackfillChild.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int told = 0;
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      for (int step = 0; step < steps; step++) {
        told += Integer.parseInt(output.readLine());
      }
      child.toHandle().destroyForcibly();
      child.waitFor();
    }
    return told;
  }
}
