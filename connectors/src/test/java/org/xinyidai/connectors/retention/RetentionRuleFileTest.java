package org.xinyidai.connectors.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionRuleFileTest {
  @Test
  void the_bundled_rules_name_every_kind_with_a_reason() {
    List<RetentionRule> rules = RetentionRuleFile.bundled();
    assertEquals(RetentionRule.Kind.values().length, rules.size());
    rules.forEach(rule -> assertFalse(rule.reason().isBlank(), rule.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"kind\":\"everything\",\"keep\":\"P1M\",\"reason\":\"r\"}] | no kind everything",
        "[{\"kind\":\"served_scores\",\"keep\":\"P1M\"}] | give a reason",
        "[{\"kind\":\"served_scores\",\"keep\":\"soon\",\"reason\":\"r\"}] | P24M",
        "[{\"kind\":\"served_scores\",\"keep\":\"P0D\",\"reason\":\"r\"}] | above zero",
        "[{\"kind\":\"served_scores\",\"reason\":\"r\"}] | P24M",
        "[{\"kind\":\"served_scores\",\"keep\":\"P1M\",\"reason\":\"r\"},{\"kind\":\"served_scores\",\"keep\":\"P1M\",\"reason\":\"r\"}] | twice",
        "[{\"kind\":\"served_scores\",\"keep\":\"P1M\",\"reason\":\"r\"}] | is not there"
      })
  void rules_that_do_not_hold_are_refused_and_say_why(String json, String why) {
    IOException refused =
        assertThrows(
            IOException.class,
            () -> RetentionRuleFile.read(new ByteArrayInputStream(json.getBytes(UTF_8))));
    assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
  }
}
