package org.xinyidai.engine.http.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PreferencesTest {
  @Test
  void wishes_come_in_order_of_weight_and_then_as_written() {
    assertEquals(
        List.of("text/csv", "a/b", "application/json"),
        Preferences.of("application/json;q=0.5, text/CSV; header=present, a/b;q=1.0"));
  }

  @Test
  void a_weight_of_zero_refuses() {
    assertEquals(List.of("b/c"), Preferences.of("a/b;q=0, b/c;q=0.001"));
  }

  @Test
  void what_cannot_be_read_is_passed_over() {
    assertEquals(List.of("x"), Preferences.of(",, ;q=1, x;q=often,"));
    assertEquals(List.of(), Preferences.of(null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | EN",
        "en-GB, zh;q=0.9 | EN",
        "zh-Hans-CN, en | ZH",
        "en;q=0.5, zh-TW;q=0.6 | ZH",
        "de, fr | ZH",
        "* | ZH",
        "zen, enough | ZH",
      })
  void chinese_is_spoken_unless_english_is_wanted_more(String header, Language language) {
    assertEquals(language, Language.of(header));
  }
}
