package org.xinyidai.engine.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.quality.Figures.Draft;
import org.xinyidai.engine.quality.Figures.Entry;
import org.xinyidai.engine.quality.Figures.Subject;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.quality.OfficeFigure;

/** Each value that was entered stays, however closely they come. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresTest {
  private static final YearMonth MONTH = YearMonth.of(2024, 6);
  private static final Subject SUBJECT = new Subject(MONTH, OfficeFigure.POPULATION, "", "", "");

  @TempDir Path folder;

  @Test
  void two_values_of_one_figure_that_are_written_together_both_stay() {
    try (Store store = Store.open(folder, StoreOptions.small())) {
      Figures figures = new Figures(store);
      CountDownLatch together = new CountDownLatch(1);
      CompletableFuture<Boolean> first =
          store.submit(
              changes -> {
                await(together);
                return true;
              });
      CompletableFuture<List<Entry>> one =
          store.submit(changes -> figures.enter(changes, List.of(draft(1)), "a"));
      CompletableFuture<List<Entry>> other =
          store.submit(changes -> figures.enter(changes, List.of(draft(2)), "b"));
      together.countDown();
      CompletableFuture.allOf(first, one, other).join();

      assertEquals(List.of(1L, 2L), figures.history(MONTH).stream().map(Entry::value).toList());
    }
  }

  private static Draft draft(long value) {
    return new Draft(SUBJECT, value, "");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
