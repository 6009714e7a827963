package org.xinyidai.connectors.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Problem;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductJsonTest {
  private static final ProductJson JSON =
      new ProductJson(AttributeCatalogue.of(FeatureCatalogue.CURRENT));

  private static final String PRODUCT =
      """
      {
        "id": "some-tax-loan", "version": 2, "nameZh": "税贷", "nameEn": "Tax Loan",
        "lender": {"nameZh": "某担保公司", "nameEn": "some company", "type": "guarantee"},
        "purposes": ["workingCapital"],
        "amountFen": {"min": 1000000, "max": 300000000},
        "termMonths": {"min": 6, "max": 12},
        "rateBp": {"min": 330, "max": 435},
        "security": ["credit", "riskShared"],
        "limits": [{"type": "factorOf", "attribute": "tax_paid_fen_12m", "factor": 7.5}],
        "effectiveFrom": "2024-07-01", "effectiveTo": "2025-06-30",
        "source": {"document": "a page"},
        "criteria": [
          {"type": "range", "attribute": "age_months", "min": 24, "below": 600},
          {"type": "set", "attribute": "industry_code", "allowed": ["39", "401"]},
          {"type": "date", "attribute": "founded_on", "minMonthsAgo": 24, "whenMissing": "passes"},
          {"type": "flag", "attribute": "wages_paid_flag", "expected": true}
        ]
      }
      """;

  @Test
  void a_product_is_the_same_after_writing_and_reading() {
    LoanProduct product = read(PRODUCT);
    assertEquals(product, read(JSON.write(product).toString()));
    assertEquals(LocalDate.of(2025, 6, 30), product.effective().to());
    assertEquals(
        7.5, ((org.xinyidai.models.product.LimitRule.FactorOf) product.limits().get(0)).factor());
  }

  @Test
  void what_only_the_enterprise_knows_is_left_to_the_lender_unless_the_product_says_otherwise() {
    assertEquals(
        List.of(
            WhenMissing.FAILS, WhenMissing.FAILS, WhenMissing.PASSES, WhenMissing.LENDER_CHECKS),
        read(PRODUCT).criteria().stream().map(criterion -> criterion.whenMissing()).toList());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"version\": 2|\"version\": 0|$.version: must be a whole number from 1 to 2147483647",
        "\"id\": \"some-tax-loan\",||$.id: is missing",
        "some-tax-loan|Some Loan|$.id: must be lower-case words with hyphens, at most 64 characters",
        "\"nameZh\": \"税贷\"|\"nameZh\": 3|$.nameZh: must be text, not blank",
        "\"guarantee\"|\"broker\"|$.lender.type: \"broker\" is unknown; take one of bank, guarantee, pawn, smallLoan",
        "[\"workingCapital\"]|[\"gold\"]|$.purposes[0]: \"gold\" is unknown; take one of equipment, orderFulfilment, other, payroll, refinancing, research, workingCapital",
        "\"min\": 1000000|\"min\": 400000000|$.amountFen.min: 400000000 is above max, 300000000; exchange them",
        "\"max\": 300000000|\"max\": 3.5|$.amountFen.max: must be a whole number from 1 to 1000000000000",
        "\"min\": 330|\"min\": 500|$.rateBp.min: 500 is above max, 435; exchange them",
        "\"factor\": 7.5|\"factor\": 0|$.limits[0].factor: must be above 0 and at most 100",
        "tax_paid_fen_12m|tax_paid|$.limits[0].attribute: no attribute named \"tax_paid\"; take one of the attribute catalogue",
        "2024-07-01|2024-7-1|$.effectiveFrom: must be a day such as 2024-07-01",
        "2024-07-01|2026-07-01|$.effectiveFrom: 2026-07-01 is after effectiveTo, 2025-06-30",
        "{\"document\": \"a page\"}|7|$.source: must be an object",
        "age_months|age_years|$.criteria[0].attribute: no attribute named \"age_years\"; take one of the attribute catalogue",
        "\"min\": 24|\"min\": 700|$.criteria[0]: the range is empty: ≥ 700 months and < 600 months; exchange its bounds",
        "\"min\": 24|\"min\": 24, \"above\": 24|$.criteria[0].above: stands beside min; keep one of them",
        "\"min\": 24|\"min\": \"24\"|$.criteria[0].min: must be a number",
        "\"min\": 24|\"least\": 24|$.criteria[0].least: unknown field; remove it or correct its name",
        "\"set\"|\"script\"|$.criteria[1].type: \"script\" is unknown; take one of date, flag, range, set",
        "\"401\"|\"4x\"|$.criteria[1].allowed[1]: no code \"4x\" of industry_code",
        "\"passes\"|\"maybe\"|$.criteria[2].whenMissing: \"maybe\" is unknown; take one of fails, lenderChecks, passes",
        "wages_paid_flag|age_months|$.criteria[3].type: age_months takes a criterion of the type \"range\"",
        "\"version\": 2|\"version\": 2, \"limit\": 3|$.limit: unknown field; remove it or correct its name",
      })
  void a_mistake_is_told_with_its_path(String correct, String wrong, String problem) {
    assertTrue(PRODUCT.contains(correct), correct);
    ProductReading reading = JSON.readOne(PRODUCT.replace(correct, wrong == null ? "" : wrong));
    assertEquals(List.of(problem), reading.problems().stream().map(Problem::toString).toList());
    assertEquals(List.of(), reading.products());
  }

  @Test
  void all_mistakes_are_told_at_once_and_sound_products_are_still_read() {
    String broken = PRODUCT.replace("age_months", "age_years").replace("a page", " ");
    String file = "{\"products\": [" + PRODUCT + "," + broken + ", 3], \"product\": []}";
    ProductReading reading = JSON.read(file);
    assertEquals(
        List.of("$.products[1].source.document", "$.products[2]", "$.product"),
        reading.problems().stream().map(Problem::path).toList());
    assertEquals(1, reading.products().size());
  }

  @Test
  void one_version_twice_in_a_file_is_told() {
    ProductReading reading = JSON.read("{\"products\": [" + PRODUCT + "," + PRODUCT + "]}");
    assertEquals("$.products[1].version", reading.problems().get(0).path());
  }

  @Test
  void what_is_no_json_is_told_with_its_line() {
    assertTrue(
        JSON.readOne("{\"id\": \"a\",\n \"id\": \"b\"}")
            .problems()
            .get(0)
            .message()
            .startsWith("not JSON at line 2: Duplicate"));
    assertTrue(JSON.read("").problems().get(0).toString().startsWith("$"));
  }

  private static LoanProduct read(String json) {
    ProductReading reading = JSON.readOne(json);
    assertEquals(List.of(), reading.problems());
    return reading.products().get(0);
  }
}
