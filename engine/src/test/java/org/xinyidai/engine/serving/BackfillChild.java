package org.xinyidai.engine.serving;

import java.nio.file.Path;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;

/** The process that {@link BackfillCrashTest} kills: tells how many each durable step filled. */
final class BackfillChild {
  static final int PAGE = 8;

  private BackfillChild() {}

  /** Argument: the state folder. */
  public static void main(String[] args) {
    try (Store store = Store.open(Path.of(args[0]), StoreOptions.small())) {
      Backfill backfill = new Backfill(store, new Vectors(store, OldVectors.NEWER), PAGE);
      long[] before = {
        backfill.progress(OldVectors.FEATURE).map(BackfillProgress::filled).orElse(0L)
      };
      backfill.run(
          OldVectors.FEATURE,
          step -> {
            System.out.println(step.filled() - before[0]);
            before[0] = step.filled();
          });
    }
  }
}
