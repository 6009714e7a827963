package org.xinyidai.models.financing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.financing.LoanPricing.Assumptions;
import org.xinyidai.models.financing.LoanPricing.Priced;
import org.xinyidai.models.score.Grade;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoanPricingTest {
  private static final long YUAN = 100;
  private static final List<RateResponse> TABLE =
      List.of(
          new RateResponse(400, Map.of(Grade.A, 0.0, Grade.B, 0.0)),
          new RateResponse(800, Map.of(Grade.A, 0.4, Grade.B, 0.3)),
          new RateResponse(1500, Map.of(Grade.A, 0.9, Grade.B, 0.8)));
  private static final LoanPricing PRICING = new LoanPricing(TABLE, Assumptions.STANDARD);

  @Test
  void the_rate_that_earns_most_after_losses_and_lost_customers_is_chosen() {
    Priced priced = PRICING.best(0.01, Grade.A, 5_000_000 * YUAN).orElseThrow();
    assertEquals(800, priced.annualRateBp());
    assertEquals(500_000 * YUAN, priced.amountFen());
    assertEquals(0.6 * 500_000 * YUAN * (0.99 * 0.08 - 0.01), priced.expectedMarginFen(), 1e-6);
  }

  @Test
  void a_grade_that_the_table_does_not_serve_gets_no_offer() {
    assertEquals(Optional.empty(), PRICING.best(0.01, Grade.D, 5_000_000 * YUAN));
  }

  @Test
  void a_firm_whose_sales_cannot_carry_the_smallest_loan_gets_no_offer() {
    assertEquals(Optional.empty(), PRICING.best(0.01, Grade.A, 999_999 * YUAN));
    assertEquals(
        100_000 * YUAN, PRICING.best(0.01, Grade.A, 1_000_000 * YUAN).orElseThrow().amountFen());
  }

  @Test
  void no_loan_is_larger_than_the_largest() {
    assertEquals(
        1_000_000 * YUAN,
        PRICING.best(0.01, Grade.A, 1_000_000_000 * YUAN).orElseThrow().amountFen());
  }

  @Test
  void a_risk_that_no_rate_pays_for_gets_no_offer() {
    assertEquals(Optional.empty(), PRICING.best(0.5, Grade.B, 5_000_000 * YUAN));
  }

  @Property(tries = 200, seed = "-20201114")
  void no_rate_of_the_table_earns_more(
      @ForAll @DoubleRange(min = 0, max = 1) double probabilityOfDefault,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long salesFen) {
    double best =
        PRICING
            .best(probabilityOfDefault, Grade.B, salesFen)
            .map(Priced::expectedMarginFen)
            .orElse(0.0);
    long amountFen = PRICING.amountFen(salesFen);
    double obvious =
        amountFen < 100_000 * YUAN
            ? 0
            : Stream.of(
                    new double[] {0.04, 0.0}, new double[] {0.08, 0.3}, new double[] {0.15, 0.8})
                .mapToDouble(
                    step ->
                        (1 - step[1])
                            * amountFen
                            * ((1 - probabilityOfDefault) * step[0] - probabilityOfDefault))
                .max()
                .orElseThrow();
    assertTrue(Math.abs(Math.max(0, obvious) - best) <= 1e-6 * Math.max(1, best));
  }
}
