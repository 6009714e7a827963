package org.xinyidai.engine.simulation.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class CellsPropertyTest {
  private final Cells cells = new Cells(3);

  @Property
  void money_is_written_as_the_slow_way_writes_it(
      @ForAll @LongRange(min = -1_000_000_000_000_000L, max = 1_000_000_000_000_000L) long fen) {
    assertEquals(BigDecimal.valueOf(fen, 2).toPlainString(), cells.clear().fen(1, fen).text(1));
  }

  @Property
  void quantities_have_three_decimals(@ForAll @LongRange(min = 0, max = 1L << 50) long milli) {
    assertEquals(
        BigDecimal.valueOf(milli, 3).toPlainString(), cells.clear().milli(0, milli).text(0));
  }

  @Property
  void days_are_written_as_the_standard_writes_them(
      @ForAll @LongRange(min = 0, max = 60_000) long epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    assertEquals(day.toString(), cells.clear().day(2, day).text(2));
  }

  @Property
  void columns_do_not_disturb_each_other(
      @ForAll @StringLength(max = 2000) String first,
      @ForAll long second,
      @ForAll @StringLength(max = 50) String again) {
    String whole = new String(first.getBytes(UTF_8), UTF_8);
    cells.clear().text(0, first).count(1, second >> 8).text(2, "后").text(2, again);
    assertEquals(whole, cells.text(0));
    assertEquals(Long.toString(second >> 8), cells.text(1));
  }
}
