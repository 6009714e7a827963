package org.xinyidai.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShelfTest {
  private static final AttributeCatalogue ATTRIBUTES =
      AttributeCatalogue.of(FeatureCatalogue.CURRENT);
  private static final ProductId OLD = new ProductId("old-loan");

  /** As a store of before organisations were named holds it. */
  private static final String WITHOUT_ORGANISATION =
      """
      {"id":"old-loan","version":1,"nameZh":"旧贷","nameEn":"Old loan",\
      "lender":{"nameZh":"某老银行","nameEn":"Some old bank","type":"bank"},\
      "amountFen":{"max":300000000},"source":{"document":"旧"},"criteria":[]}""";

  @TempDir Path folder;

  @Test
  void a_product_of_before_organisations_were_named_belongs_to_the_name_that_it_shows() {
    try (Store store = Store.open(folder, StoreOptions.standard())) {
      store.execute(
          changes -> {
            changes.put(
                Family.PRODUCTS,
                Shelf.key(OLD, 1),
                WITHOUT_ORGANISATION.getBytes(StandardCharsets.UTF_8));
            return OLD;
          });
      LoanProduct old = Shelf.open(store, ATTRIBUTES).find(OLD).orElseThrow();
      assertEquals("某老银行", old.lender().organisation());
      String stored =
          new String(
              store.read(view -> view.get(Family.PRODUCTS, Shelf.key(OLD, 1))).orElseThrow(),
              StandardCharsets.UTF_8);
      assertTrue(stored.contains("\"organisation\":\"某老银行\""), stored);
      // What was published before can be published again without a quarrel.
      Shelf shelf = Shelf.open(store, ATTRIBUTES);
      shelf.publish(List.of(old));
      assertEquals(1, shelf.versions(OLD).size());
    }
  }

  @Test
  void what_was_published_under_milder_rules_stays_on_the_shelf() {
    String dear =
        WITHOUT_ORGANISATION.replace("\"source\"", "\"rateBp\":{\"fixed\":3000},\"source\"");
    try (Store store = Store.open(folder, StoreOptions.standard())) {
      store.execute(
          changes -> {
            changes.put(Family.PRODUCTS, Shelf.key(OLD, 1), dear.getBytes(StandardCharsets.UTF_8));
            return OLD;
          });
      assertEquals(
          3_000,
          Shelf.open(store, ATTRIBUTES).find(OLD).orElseThrow().rate().highestBp().orElseThrow());
    }
  }

  @Test
  void a_version_that_is_over_does_not_give_way_to_the_terms_before_it() {
    LocalDate last = LocalDate.of(2024, 12, 31);
    try (Store store = Store.open(folder, StoreOptions.standard())) {
      Shelf shelf = Shelf.open(store, ATTRIBUTES);
      LoanProduct first = shelf.newest().get(0).as(1, Effective.ALWAYS);
      ProductId id = first.id();
      int next = shelf.versions(id).size() + 10;
      LoanProduct second = first.as(next, new Effective(LocalDate.of(2024, 7, 1), last));
      shelf.publish(List.of(second));
      assertEquals(next, shelf.offered(id, last).orElseThrow().version());
      assertTrue(shelf.offered(id, LocalDate.of(2024, 6, 30)).orElseThrow().version() < next);
      assertTrue(shelf.offered(id, last.plusDays(1)).isEmpty());
      assertTrue(
          shelf.matcher(last.plusDays(1)).products().stream().noneMatch(p -> p.id().equals(id)));
    }
  }

  @Test
  void a_new_shelf_has_the_shipped_products_each_of_an_organisation() {
    try (Store store = Store.open(folder, StoreOptions.standard())) {
      Shelf shelf = Shelf.open(store, ATTRIBUTES);
      assertFalse(shelf.all().isEmpty());
      for (LoanProduct product : shelf.newest()) {
        assertTrue(product.lender().organisation().matches("[a-z-]+"), product.lender().toString());
      }
      assertEquals(
          "ccb", shelf.find(new ProductId("ccb-tax-loan")).orElseThrow().lender().organisation());
    }
  }
}
