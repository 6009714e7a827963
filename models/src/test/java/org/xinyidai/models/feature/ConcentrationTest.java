package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConcentrationTest {
  @Test
  void shares_of_a_half_three_tenths_and_two_tenths() {
    Concentration spread = new Concentration(new long[] {300, 500, 200});
    assertEquals(3, spread.count());
    assertEquals(0.25 + 0.09 + 0.04, spread.herfindahl().value(), 1e-12);
    assertEquals(0.5, spread.topShare(1).value(), 0.0);
    assertEquals(0.8, spread.topShare(2).value(), 0.0);
    assertEquals(1.0, spread.topShare(5).value(), 0.0);
  }

  @Test
  void one_counterparty_is_everything() {
    Concentration spread = new Concentration(new long[] {7});
    assertEquals(1.0, spread.herfindahl().value(), 0.0);
    assertEquals(1.0, spread.topShare(1).value(), 0.0);
  }

  @Test
  void whom_red_invoices_outweigh_holds_no_share() {
    Concentration spread = new Concentration(new long[] {-400, 0, 100, 100});
    assertEquals(2, spread.count());
    assertEquals(0.5, spread.herfindahl().value(), 0.0);
  }

  @Test
  void without_a_share_there_is_no_index() {
    Concentration spread = new Concentration(new long[] {0, -3});
    assertEquals(MissingReason.DENOMINATOR_ZERO, spread.herfindahl().missing());
    assertEquals(MissingReason.DENOMINATOR_ZERO, spread.topShare(1).missing());
  }

  @Test
  void the_order_of_counterparties_does_not_show_in_the_last_bit() {
    long[] sums = {1_000_003, 7, 99_999_999_999L, 31, 5_000_000_007L};
    long[] turned = {5_000_000_007L, 31, 99_999_999_999L, 7, 1_000_003};
    assertEquals(
        new Concentration(sums).herfindahl().value(),
        new Concentration(turned).herfindahl().value(),
        0.0);
  }
}
