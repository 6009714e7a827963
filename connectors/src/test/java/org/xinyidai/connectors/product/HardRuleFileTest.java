package org.xinyidai.connectors.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.HardRule;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HardRuleFileTest {
  private static final AttributeCatalogue CATALOGUE =
      AttributeCatalogue.of(FeatureCatalogue.CURRENT);
  private static final String SOUND =
      """
      [{"id":"a","version":1,"attribute":"listed_black_flag","refused":["true"],
        "titleZh":"规则","titleEn":"rule","foundZh":"在","foundEn":"on",
        "basis":"某法第一条","exitZh":"退出","exitEn":"exit"}]""";

  @Test
  void the_bundled_rules_name_four_states_and_the_serious_list_each_with_its_article() {
    List<HardRule> rules = HardRuleFile.bundled(CATALOGUE);

    assertEquals(
        List.of(
            "licence-revoked", "deregistered", "in-liquidation", "bankrupt", "seriously-dishonest"),
        rules.stream().map(HardRule::id).toList());
    rules.forEach(rule -> assertTrue(rule.basis().matches(".*第.+[条项].*"), rule.id()));
  }

  @Test
  void a_sound_rule_is_read() throws IOException {
    assertEquals("某法第一条", read(SOUND).get(0).basis());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"某法第一条\" | \" \" | basis",
        "\"basis\":\"某法第一条\", | '' | basis",
        "listed_black_flag | no_such_flag | no_such_flag",
        "[\"true\"] | [\"false\"] | refused",
        "[\"true\"] | [] | refused",
        "\"退出\" | \"\" | languages",
        "\"version\":1 | \"version\":0 | version",
        "\"id\":\"a\" | \"id\":\"a\",\"more\":1 | more"
      })
  void a_rule_that_does_not_hold_is_refused_and_says_why(String part, String other, String why) {
    IOException refused = assertThrows(IOException.class, () -> read(SOUND.replace(part, other)));

    assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
  }

  @Test
  void two_rules_of_one_name_are_refused() {
    String twice = SOUND.substring(0, SOUND.length() - 1) + "," + SOUND.substring(1);

    assertThrows(IOException.class, () -> read(twice));
  }

  private static List<HardRule> read(String json) throws IOException {
    return HardRuleFile.read(new ByteArrayInputStream(json.getBytes(UTF_8)), CATALOGUE);
  }
}
