package org.xinyidai.models.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.xinyidai.models.feature.Unit;

class ValueTextPropertyTest {
  @Property(tries = 2_000, seed = "64")
  void whole_fen_read_as_their_exact_hundredth(
      @ForAll @LongRange(min = -1_000_000_000_000_000L, max = 1_000_000_000_000_000L) long fen) {
    BigDecimal yuan = BigDecimal.valueOf(fen, 2).stripTrailingZeros();
    String exact = yuan.signum() == 0 ? "0" : yuan.toPlainString();
    assertEquals(exact + " yuan", ValueText.of(Unit.FEN, (double) fen).en());
  }

  @Example
  void money_reads_in_wan_where_it_comes_out_even() {
    assertEquals("50万元", ValueText.of(Unit.FEN, 50_000_000).zh());
    assertEquals("-3万元", ValueText.of(Unit.FEN, -3_000_000).zh());
    assertEquals("0元", ValueText.of(Unit.FEN, 0).zh());
    assertEquals("-0.05元", ValueText.of(Unit.FEN, -5).zh());
    assertEquals("123.4元", ValueText.of(Unit.FEN, 12_340).zh());
    assertEquals("0.005元", ValueText.of(Unit.FEN, 0.5).zh());
  }

  @Example
  void what_is_no_money_keeps_its_unit() {
    assertEquals("0.3%", ValueText.of(Unit.RATIO, 0.003).zh());
    assertEquals("3.95%", ValueText.of(Unit.BASIS_POINTS, 395).en());
    assertEquals("12 months", ValueText.of(Unit.MONTHS, 12).en());
  }
}
