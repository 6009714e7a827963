package org.xinyidai.engine.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.financing.application.ApplicationState;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StateStayTest {
  @Test
  void the_median_is_the_lower_middle_and_nine_of_ten_are_no_longer_than_p90() {
    assertEquals(stay(10, 5, 9, 0), of(LongStream.of(9, 1, 8, 2, 7, 3, 6, 4, 5, 10)));
    assertEquals(stay(1, 7, 7, 0), of(LongStream.of(7)));
    assertEquals(stay(2, 1, 2, 0), of(LongStream.of(2, 1)));
    assertEquals(stay(0, 0, 0, 0), of(LongStream.of()));
    assertEquals(stay(100, 50, 90, 0), of(LongStream.rangeClosed(1, 100)));
  }

  private static StateStay stay(long left, long median, long p90, long there) {
    return new StateStay(ApplicationState.ACCEPTED, left, median, p90, there);
  }

  private static StateStay of(LongStream minutes) {
    return StateStay.of(ApplicationState.ACCEPTED, minutes.toArray(), 0);
  }
}
