package org.xinyidai.models.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;

class ValueReadingPropertyTest {
  @Property
  void numbers_are_what_decimal_arithmetic_says(
      @ForAll @Scale(4) @BigRange(min = "-20000000000", max = "20000000000") BigDecimal number,
      @ForAll @IntRange(max = 3) int decimals) {
    long units;
    try {
      units = number.movePointRight(decimals).longValueExact();
    } catch (ArithmeticException moreDecimals) {
      units = Numbers.UNREADABLE;
    }
    assertEquals(units, Numbers.scaled(number.toPlainString(), decimals));
    assertEquals(units, Numbers.scaled(number.toEngineeringString(), decimals));
  }

  @Property
  void any_text_of_number_like_characters_is_read_or_unreadable(
      @ForAll @StringLength(min = 1, max = 45) @Chars({'+', '-', '.', ',', 'e', 'E', '0', '7', '９'})
          String text) {
    long units = Numbers.scaled(text, 2);
    assertTrue(units == Numbers.UNREADABLE || Math.abs(units) <= Numbers.LIMIT, text);
  }

  @Property
  void every_day_is_read_back_from_each_of_its_forms(
      @ForAll @LongRange(min = -25_567, max = 2_932_896) long epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    assertEquals(epochDay, Dates.epochDay(day.toString()));
    assertEquals(epochDay, Dates.epochDay(day.toString().replace("-", "")));
    assertEquals(
        epochDay,
        Dates.epochDay(
            day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"));
  }

  @Property
  void any_text_of_date_like_characters_is_read_or_unreadable(
      @ForAll
          @StringLength(min = 1, max = 20)
          @CharRange(from = '-', to = ':')
          @Chars({'年', '月', '日', 'T', ' '})
          String text) {
    long day = Dates.epochDay(text);
    assertTrue(day == Numbers.UNREADABLE || LocalDate.ofEpochDay(day).getYear() >= 1900, text);
    long month = Dates.month(text);
    assertTrue(month == Numbers.UNREADABLE || month >= 1900 * 12, text);
  }
}
