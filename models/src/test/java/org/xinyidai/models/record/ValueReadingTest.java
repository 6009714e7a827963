package org.xinyidai.models.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ValueReadingTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.00, 0",
    "12, 1200",
    "+12.5, 1250",
    "-943.40, -94340",
    ".5, 50",
    "5., 500",
    "12.3400, 1234",
    "'1,234.50', 123450",
    "'12,345,678', 1234567800",
    "１２３．４５, 12345",
    "－１, -100",
    "\u22121, -100",
    "1.2E3, 120000",
    "-1.5e-1, -15",
    "9999999999999.99, 999999999999999",
    "10000000000000, 1000000000000000",
  })
  void yuan_become_fen(String text, long fen) {
    assertEquals(fen, Numbers.scaled(text, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        ".",
        "+.",
        "1.2.3",
        "1-2",
        "12元",
        "0x10",
        "1.234",
        "1,2",
        "1,2345",
        ",123",
        "1.5,000",
        "NaN",
        "1e",
        "e5",
        "1e99",
        "1e-99",
        "1.001E0",
        "10000000000000.01",
        "99999999999999999999",
        "00000000000000000000000000000000000000001",
        "1 2",
        "--1",
        "永"
      })
  void what_is_no_amount_to_the_fen_is_unreadable(String text) {
    assertEquals(Numbers.UNREADABLE, Numbers.scaled(text, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-05",
        "2024-3-5",
        "2024/3/5",
        "2024.03.05",
        "20240305",
        "2024年3月5日",
        "２０２４年０３月０５日",
        "2024-03-05 00:00:00",
        "2024-03-05T08:15:00.123+08:00",
        "20240305 10:00"
      })
  void days_are_read_as_offices_write_them(String text) {
    assertEquals(LocalDate.of(2024, 3, 5).toEpochDay(), Dates.epochDay(text));
    assertEquals(2024 * 12 + 2, Dates.month(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-03", "2024/3", "2024.3", "202403", "2024年3月", "２０２４－０３"})
  void months_are_read_as_offices_write_them(String text) {
    assertEquals(2024 * 12 + 2, Dates.month(text));
    assertEquals(Numbers.UNREADABLE, Dates.epochDay(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024",
        "2024-",
        "2024-13",
        "2024-00-01",
        "2024-02-30",
        "2023-02-29",
        "2024-3-0",
        "2024-3/5",
        "2024年3",
        "2024年3月5",
        "2024年3日",
        "2024-03-05x",
        "2024-03-05 noon",
        "24-03-05",
        "1899-12-31",
        "202413",
        "20241301",
        "2024-003-05",
        "2024-03-005",
        "2024030",
        "45356",
        "-",
        "2024--03",
        "10000-01-01",
        "T10:00",
        " :"
      })
  void what_is_no_day_is_unreadable(String text) {
    assertEquals(Numbers.UNREADABLE, Dates.epochDay(text));
  }

  @ParameterizedTest
  @CsvSource({"是, 1", "否, 0", "1, 1", "0, 0", "true, 1", "FALSE, 0", "Y, 1", "n, 0"})
  void flags_are_read(String text, long flag) {
    assertEquals(flag, Numbers.flag(text));
    assertEquals(Numbers.UNREADABLE, Numbers.flag(text + "?"));
  }

  @Test
  void clean_text_is_passed_through_and_soiled_text_is_cleaned() {
    String clean = "某某（集团）公司，A1";
    assertSame(clean, Texts.clean(clean));
    assertEquals(clean, Texts.clean("\uFEFF\u3000 某某（集团）公司，Ａ１\u00A0\t"));
    assertEquals("a b", Texts.clean("a\u0007b"));
    assertEquals("", Texts.clean(null));
    assertEquals("", Texts.clean(" \u3000"));
  }

  @Test
  void damaged_text_is_seen() {
    assertTrue(Texts.isWhole("𠮷 is one character of two halves"));
    for (String damaged : new String[] {"\uD842", "a\uDFB7", "\uDFB7\uD842", "a\uFFFDb"}) {
      assertFalse(Texts.isWhole(damaged));
    }
  }
}
