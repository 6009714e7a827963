package org.xinyidai.engine.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.subject.Uscc;

/** A schema with one more feature over a store of older vectors. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackfillTest {
  private static final int ENTERPRISES = 60;
  private static final int PAGE = 7;

  @TempDir private Path folder;
  private Store store;
  private Vectors newer;
  private Backfill backfill;

  @BeforeEach
  void old_vectors_are_kept() {
    store = Store.open(folder, StoreOptions.small());
    OldVectors.keep(store, ENTERPRISES);
    newer = new Vectors(store, OldVectors.NEWER);
    backfill = new Backfill(store, new Vectors(store, OldVectors.NEWER), PAGE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void before_during_and_after_the_feature_is_served_whole() {
    assertAllServedWhole();
    List<BackfillProgress> steps = new ArrayList<>();
    backfill.run(
        OldVectors.FEATURE,
        step -> {
          steps.add(step);
          assertAllServedWhole();
        });
    assertTrue(steps.size() > ENTERPRISES / PAGE, steps.toString());
    assertEquals(ENTERPRISES, OldVectors.kept(store, OldVectors.NEWER.version()));
    assertAllServedWhole();
  }

  @Test
  void what_a_vector_had_stays_to_the_bit() {
    Uscc uscc = OldVectors.code(3);
    FeatureVector before = new Vectors(store, OldVectors.OLDER).stored(uscc).orElseThrow();
    backfill.run(OldVectors.FEATURE, step -> {});
    FeatureVector after = newer.stored(uscc).orElseThrow();

    assertEquals(before.asOf(), after.asOf());
    assertEquals(before.knownAt(), after.knownAt());
    for (int i = 0; i < before.size(); i++) {
      assertEquals(before.value(i), after.value(i));
    }
    assertEquals(before.size() + 1, after.size());
  }

  @Test
  void progress_counts_every_vector_once_and_ends_complete() {
    backfill.run(OldVectors.FEATURE, step -> {});
    BackfillProgress progress = backfill.progress(OldVectors.FEATURE).orElseThrow();
    assertTrue(progress.complete());
    assertEquals(ENTERPRISES, progress.examined());
    assertEquals(ENTERPRISES, progress.filled());
    assertEquals(progress, backfill.run(OldVectors.FEATURE, step -> {}));
  }

  @Test
  void an_interrupted_backfill_goes_on_where_it_stopped() {
    assertThrows(
        IllegalStateException.class,
        () ->
            backfill.run(
                OldVectors.FEATURE,
                step -> {
                  throw new IllegalStateException("stopped by the test");
                }));
    assertEquals(PAGE, backfill.progress(OldVectors.FEATURE).orElseThrow().filled());
    assertAllServedWhole();
    assertEquals(ENTERPRISES, backfill.run(OldVectors.FEATURE, step -> {}).filled());
  }

  @Test
  void a_vector_refreshed_meanwhile_is_left_alone() {
    FeatureVector fresh =
        newer.compute(OldVectors.code(0), OldVectors.AS_OF.plusDays(1), OldVectors.KNOWN);
    backfill.run(OldVectors.FEATURE, step -> newer.keep(List.of(fresh)));
    assertEquals(fresh, newer.stored(OldVectors.code(0)).orElseThrow());
  }

  @Test
  void a_feature_of_a_disputed_fact_is_filled_and_served_without_it() {
    Uscc uscc = OldVectors.code(4);
    OldVectors.dispute(store, uscc);
    int position = OldVectors.NEWER.position(OldVectors.FEATURE).orElseThrow();
    FeatureVector undisputed = newer.compute(uscc, OldVectors.AS_OF, OldVectors.KNOWN);
    FeatureVector plain =
        OldVectors.NEWER.vector(newer.history(uscc, OldVectors.KNOWN), OldVectors.AS_OF);
    assertEquals(4, plain.value(position));
    assertEquals(MissingReason.FEED_ABSENT, undisputed.missing(position));

    assertEquals(MissingReason.FEED_ABSENT, newer.stored(uscc).orElseThrow().missing(position));
    backfill.run(OldVectors.FEATURE, step -> {});
    assertEquals(MissingReason.FEED_ABSENT, newer.stored(uscc).orElseThrow().missing(position));
  }

  @Test
  void a_feature_that_no_schema_knows_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> backfill.run("no_such", step -> {}));
  }

  private void assertAllServedWhole() {
    OldVectors.assertServedWhole(store, ENTERPRISES);
  }
}
