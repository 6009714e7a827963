package org.xinyidai.connectors.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.warning.WarningRule;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WarningRuleFileTest {
  @Test
  void the_bundled_rules_watch_what_an_early_warning_must() {
    Set<String> ids = new TreeSet<>();
    for (WarningRule rule : WarningRuleFile.bundled(FeatureCatalogue.CURRENT).rules()) {
      ids.add(rule.id());
      assertTrue(rule.titleZh().codePoints().anyMatch(Character::isIdeographic), rule.id());
      assertTrue(rule.reasonZh().codePoints().anyMatch(Character::isIdeographic), rule.id());
    }
    assertTrue(
        ids.containsAll(
            Set.of(
                "sales-down",
                "electricity-down",
                "electricity-arrears-new",
                "social-security-arrears-new",
                "headcount-falling",
                "score-falling",
                "lawsuit-new",
                "enforcement-new",
                "dishonest-new",
                "serious-listing-new")),
        ids.toString());
  }

  @Test
  void an_unknown_field_or_measure_is_refused() throws IOException {
    String rule =
        """
        [{"id": "a", "severity": "WATCH", "titleZh": "甲", "titleEn": "A", "measure": "%s",
          "change": "RISEN_BY", "windowMonths": 3, "threshold": 1, "reasonZh": "甲",
          "reasonEn": "A"%s}]
        """;
    assertEquals(
        1,
        WarningRuleFile.read(in(rule.formatted("dishonest_flag", "")), FeatureCatalogue.CURRENT)
            .rules()
            .size());
    assertThrows(
        IllegalArgumentException.class,
        () -> WarningRuleFile.read(in(rule.formatted("gossip", "")), FeatureCatalogue.CURRENT));
    assertThrows(
        IOException.class,
        () ->
            WarningRuleFile.read(
                in(rule.formatted("dishonest_flag", ", \"x\": 1")), FeatureCatalogue.CURRENT));
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
