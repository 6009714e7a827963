package org.xinyidai.connectors.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JacksonException;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.cleaning.CleaningRule.Policy;
import org.xinyidai.models.cleaning.CleaningRules;
import org.xinyidai.models.cleaning.Remedy;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CleaningRuleFileTest {
  @Test
  void every_remedy_has_a_bundled_rule_with_its_basis() {
    CleaningRules rules = CleaningRuleFile.bundled();
    assertEquals(Remedy.values().length, rules.rules().size());
    assertTrue(rules.rules().stream().noneMatch(rule -> rule.basis().isBlank()));
    assertTrue(
        rules.rules().stream()
            .filter(rule -> rule.remedy() == Remedy.LEAVE_OUT)
            .allMatch(rule -> rule.policy() == Policy.SUGGEST));
  }

  @Test
  void a_rule_without_a_basis_or_with_an_unknown_field_is_refused() {
    String rule =
        "[{\"id\":\"a\",\"version\":1,\"reasons\":[],\"kinds\":[],\"remedy\":\"LEAVE_OUT\","
            + "\"policy\":\"APPLY\",\"basis\":\"%s\"%s}]";
    assertThrows(JacksonException.class, () -> read(rule.formatted("", "")));
    assertThrows(JacksonException.class, () -> read(rule.formatted("x", ",\"more\":1")));
  }

  private static void read(String text) throws Exception {
    CleaningRuleFile.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
