package org.xinyidai.connectors.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.LoanProduct;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductsGoldenTest {
  private static final AttributeCatalogue CATALOGUE =
      AttributeCatalogue.of(FeatureCatalogue.CURRENT);

  @SuppressWarnings("unused") // named by the parameterized test
  private static final List<String> FILES = Products.FILES;

  @ParameterizedTest
  @FieldSource("FILES")
  void a_file_that_is_read_and_written_is_the_same_to_the_byte(String file) {
    ProductJson json = new ProductJson(CATALOGUE);
    ProductReading reading = json.read(Products.text(file));
    assertEquals(List.of(), reading.problems());
    assertEquals(Products.text(file), json.writeFile(reading.products()));
  }

  @Test
  void every_published_product_is_there_with_its_cap_and_rate() {
    Map<String, String> terms = new HashMap<>();
    for (LoanProduct product : Products.published(CATALOGUE)) {
      terms.put(
          product.id().value(),
          product.amount().maxFen() / 1_000_000
              + " "
              + product.rate().lowestBp().orElse(0)
              + "-"
              + product.rate().highestBp().orElse(0));
    }
    assertEquals(
        Map.ofEntries(
            Map.entry("ccb-electricity-loan", "200 450-450"),
            Map.entry("sgcc-electricity-loan", "200 500-500"),
            Map.entry("abc-electricity-bill-loan", "300 0-0"),
            Map.entry("abc-tax-loan", "300 330-435"),
            Map.entry("ccb-tax-loan", "300 325-325"),
            Map.entry("ccb-tax-relief-loan", "300 405-405"),
            Map.entry("icbc-tax-loan", "300 395-395"),
            Map.entry("boc-tax-loan", "300 0-435"),
            Map.entry("bocom-tax-loan", "500 365-600"),
            Map.entry("psbc-micro-loan", "300 500-500"),
            Map.entry("psbc-micro-loan-guaranteed", "500 500-500"),
            Map.entry("shanghai-tax-loan", "100 0-0"),
            Map.entry("ningde-tax-loan", "3000 435-435"),
            Map.entry("icbc-procurement-loan", "300 0-0"),
            Map.entry("icbc-business-quick-loan", "300 0-0"),
            Map.entry("icbc-business-quick-loan-guaranteed", "500 0-0"),
            Map.entry("boc-employment-loan", "3000 0-400"),
            Map.entry("boc-technology-loan", "500 0-0"),
            Map.entry("boc-technology-loan-mortgage", "1000 0-0"),
            Map.entry("icbc-technology-tier-loan", "500 290-290"),
            Map.entry("icbc-little-giant-loan", "1000 250-250"),
            Map.entry("abc-technology-loan", "1000 330-330"),
            Map.entry("icbc-technology-innovation-loan", "500 385-385"),
            Map.entry("qdb-technology-easy-loan", "1000 0-0"),
            Map.entry("xiamen-quality-loan", "5000 273-370")),
        terms);
  }

  @Test
  void every_product_has_a_criterion_and_says_where_it_was_read() {
    for (LoanProduct product : Products.published(CATALOGUE)) {
      assertTrue(!product.criteria().isEmpty(), product.id().value());
      assertTrue(!product.source().document().isBlank(), product.id().value());
    }
  }
}
