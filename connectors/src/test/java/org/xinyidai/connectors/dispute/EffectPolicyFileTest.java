package org.xinyidai.connectors.dispute;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.dispute.Effect;
import org.xinyidai.models.dispute.EffectPolicy;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.TaxPayment;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EffectPolicyFileTest {
  @Test
  void the_bundled_policy_names_every_feed() {
    EffectPolicy policy = EffectPolicyFile.bundled();

    for (Feed<?> feed : Feeds.KNOWN) {
      assertTrue(policy.byFeed().containsKey(feed), feed.id());
    }
    assertEquals(Effect.EXCLUDE, policy.of(Penalty.FEED));
    assertEquals(Effect.FREEZE, policy.of(TaxPayment.FEED));
    assertEquals(Effect.MARK, policy.of(Listing.FEED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"feed\":\"nothing\",\"effect\":\"FREEZE\",\"basis\":\"b\"}] | nothing",
        "[{\"feed\":\"penalty\",\"effect\":\"FREEZE\",\"basis\":\" \"}] | basis",
        "[{\"feed\":\"penalty\",\"basis\":\"b\"}] | effect",
        "[{\"feed\":\"penalty\",\"effect\":\"IGNORE\",\"basis\":\"b\"}] | IGNORE",
        "[{\"feed\":\"gas\",\"effect\":\"FREEZE\",\"basis\":\"b\"},{\"feed\":\"gas\",\"effect\":\"FREEZE\",\"basis\":\"b\"}] | twice"
      })
  void a_policy_that_does_not_hold_is_refused_and_says_why(String json, String why) {
    IOException refused =
        assertThrows(
            IOException.class,
            () -> EffectPolicyFile.read(new ByteArrayInputStream(json.getBytes(UTF_8))));

    assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
  }
}
