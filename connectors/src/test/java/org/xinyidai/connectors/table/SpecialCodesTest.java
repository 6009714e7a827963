package org.xinyidai.connectors.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpecialCodesTest {
  private static double[] zeroTo(int most, double... codes) {
    DoubleStream amounts = IntStream.rangeClosed(0, most).asDoubleStream();
    DoubleStream often = DoubleStream.of(codes).flatMap(c -> DoubleStream.of(c, c, c, c, c));
    return DoubleStream.concat(amounts, often).toArray();
  }

  @Test
  void nines_far_above_every_amount_are_codes() {
    assertEquals(List.of(96.0, 98.0), SpecialCodes.of(zeroTo(17, 96, 98), List.of()));
  }

  @Test
  void nines_among_the_amounts_are_amounts() {
    assertEquals(List.of(), SpecialCodes.of(zeroTo(109, 96, 98), List.of()));
  }

  @Test
  void codes_below_zero_stand_out_where_no_amount_is_below_zero() {
    assertEquals(List.of(-9.0, -8.0), SpecialCodes.of(zeroTo(100, -9, -8), List.of()));
    double[] changes = zeroTo(100, -9, -8, -20.5);
    assertEquals(List.of(), SpecialCodes.of(changes, List.of()));
  }

  @Test
  void small_steps_down_are_no_codes() {
    assertEquals(List.of(), SpecialCodes.of(zeroTo(3, -1, -2), List.of()));
  }

  @Test
  void what_the_user_names_is_a_code_wherever_it_stands() {
    assertEquals(List.of(7.0), SpecialCodes.of(zeroTo(20), List.of(7.0, -1.0)));
  }
}
