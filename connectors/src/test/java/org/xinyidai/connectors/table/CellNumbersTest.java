package org.xinyidai.connectors.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CellNumbersTest {

  @Test
  void numbers_are_read_in_the_ways_that_people_write_money() {
    Map<String, Double> texts =
        Map.of(
            "12.5", 12.5,
            "-3e2", -300.0,
            "$60,000.00", 60_000.0,
            "¥1,234", 1_234.0,
            "($25.50)", -25.5,
            "12%", 0.12,
            "-$5", -5.0);
    texts.forEach((text, value) -> assertEquals(value, CellNumbers.number(text).orElse(0), text));
    assertTrue(CellNumbers.number("12 months").isEmpty());
    assertTrue(CellNumbers.number("A12").isEmpty());
  }

  @Test
  void days_are_read_in_the_usual_orders() {
    double day = LocalDate.of(1997, 2, 28).toEpochDay();
    for (String text :
        new String[] {
          "1997-02-28", "1997/2/28", "2/28/1997", "28-Feb-97", "1997年2月28日", "1997-02-28 10:00:00"
        }) {
      assertEquals(day, CellNumbers.day(text).orElse(0), text);
    }
    assertTrue(CellNumbers.day("1997-02-30").isPresent(), "a day past the month's end is its end");
    assertTrue(CellNumbers.day("Feb").isEmpty());
  }

  @Test
  void the_usual_words_for_nothing_are_missing_and_zero_is_not() {
    for (String text : new String[] {"", "NA", "NaN", "null", "?", "无"}) {
      assertTrue(CellNumbers.isMissing(text), text);
    }
    assertTrue(!CellNumbers.isMissing("0"));
  }
}
