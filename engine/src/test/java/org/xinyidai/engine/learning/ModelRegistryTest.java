package org.xinyidai.engine.learning;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.model.ModelFile;
import org.xinyidai.engine.http.SmallModel;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreOptions;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelRegistryTest {
  @TempDir Path folder;

  private Store open() {
    return Store.open(folder, StoreOptions.standard());
  }

  private static void overwrite(Store store, String key, byte[] bytes) {
    store.execute(
        changes -> {
          changes.put(Family.MODELS, key.getBytes(US_ASCII), bytes);
          return 0;
        });
  }

  private static Optional<String> champion(ModelRegistry registry) {
    return registry.champion().map(ServingModel::id);
  }

  @Test
  void lives_and_champion_outlast_a_restart() {
    try (Store store = open()) {
      ModelRegistry registry = new ModelRegistry(store);
      registry.keep(SmallCard.named("a", -1), "analyst");
      registry.keep(SmallCard.named("b", -2), "analyst");
      registry.keepCard(SmallModel.card("a"));
      registry.keepCard(SmallModel.card("b"));
      registry.approve("a", ModelStatus.CHAMPION, "officer");
      registry.approve("b", ModelStatus.CHAMPION, "officer");
    }
    try (Store store = open()) {
      ModelRegistry registry = new ModelRegistry(store);
      assertEquals(Optional.of("b"), champion(registry));
      assertEquals(List.of("a"), registry.shadows().stream().map(ServingModel::id).toList());
      assertEquals(Optional.of(SmallModel.card("b")), registry.card("b"));
      ModelEntry entry = registry.entry("b").orElseThrow();
      assertEquals("analyst", entry.keptBy());
      assertEquals("officer", entry.approved().orElseThrow().by());
    }
  }

  @Test
  void a_damaged_champion_is_left_out_at_start_and_the_one_before_answers() {
    try (Store store = open()) {
      ModelRegistry registry = new ModelRegistry(store);
      registry.keep(SmallCard.named("a", -1));
      registry.keep(SmallCard.named("b", -2));
      registry.promote("a");
      registry.promote("b");
      overwrite(store, "m/b", "{\"format\":1,\"mod".getBytes(US_ASCII));
    }
    try (Store store = open()) {
      ModelRegistry registry = new ModelRegistry(store);
      assertEquals(Optional.of("a"), champion(registry));
      assertEquals(List.of("b"), registry.refusedIds());
      assertTrue(registry.refusal("b").orElseThrow().contains("not a model file"));
      assertThrows(
          StoreException.class, () -> registry.approve("b", ModelStatus.CHAMPION, "officer"));
    }
  }

  @Test
  void a_stored_model_that_no_longer_meets_its_check_vectors_never_serves() {
    try (Store store = open()) {
      ModelRegistry registry = new ModelRegistry(store);
      registry.keep(SmallCard.named("a", -1));
      overwrite(store, "m/a", ModelFile.write(SmallCard.broken("a")));
    }
    try (Store store = open()) {
      ModelRegistry registry = new ModelRegistry(store);
      assertTrue(registry.find("a").isEmpty());
      assertTrue(registry.refusal("a").orElseThrow().contains("check vector 0"));
    }
  }

  @Test
  void a_refused_model_changes_nothing() {
    try (Store store = open()) {
      ModelRegistry registry = new ModelRegistry(store);
      registry.keep(SmallCard.named("a", -1));
      registry.promote("a");
      assertThrows(StoreException.class, () -> registry.keep(SmallCard.broken("b")));
      assertEquals(Optional.of("a"), champion(registry));
      assertTrue(registry.entry("b").isEmpty());
    }
  }

  @Test
  void a_kept_model_is_never_edited_under_its_id() {
    try (Store store = open()) {
      ModelRegistry registry = new ModelRegistry(store);
      registry.keep(SmallCard.named("a", -1));
      registry.keep(SmallCard.named("a", -1));
      assertThrows(StoreException.class, () -> registry.keep(SmallCard.named("a", -2)));
      assertEquals(1, registry.entry("a").orElseThrow().changes().size());
    }
  }

  @Test
  void the_one_who_brought_a_model_in_is_not_its_approver() {
    try (Store store = open()) {
      ModelRegistry registry = new ModelRegistry(store);
      registry.keep(SmallCard.named("a", -1), "analyst");
      assertThrows(
          StoreException.class, () -> registry.approve("a", ModelStatus.CHAMPION, "analyst"));
      registry.keepCard(SmallModel.card("a"));
      registry.approve("a", ModelStatus.CHAMPION, "officer");
      assertEquals(Optional.of("a"), champion(registry));
    }
  }

  @Test
  void nobody_approves_a_model_without_a_card_nor_changes_the_card_that_was_signed() {
    try (Store store = open()) {
      ModelRegistry registry = new ModelRegistry(store);
      registry.keep(SmallCard.named("a", -1), "analyst");
      assertThrows(
          StoreException.class, () -> registry.approve("a", ModelStatus.CHAMPION, "officer"));
      assertThrows(StoreException.class, () -> registry.keepCard(SmallModel.card("b")));
      registry.keepCard(SmallModel.card("a"));
      registry.keepCard(SmallModel.card("a"));
      registry.approve("a", ModelStatus.CHAMPION, "officer");
      assertThrows(StoreException.class, () -> registry.keepCard(SmallModel.card("a")));
    }
  }

  @Test
  void shadows_are_few_for_each_scores_every_request() {
    try (Store store = open()) {
      ModelRegistry registry = new ModelRegistry(store);
      for (int i = 0; i <= ModelRegistry.MOST_SHADOWS; i++) {
        registry.keep(SmallCard.named("m" + i, -1 - i));
      }
      for (int i = 0; i < ModelRegistry.MOST_SHADOWS; i++) {
        registry.approve("m" + i, ModelStatus.SHADOW, "officer");
      }
      String oneMore = "m" + ModelRegistry.MOST_SHADOWS;
      assertThrows(
          StoreException.class, () -> registry.approve(oneMore, ModelStatus.SHADOW, "officer"));
    }
  }
}
