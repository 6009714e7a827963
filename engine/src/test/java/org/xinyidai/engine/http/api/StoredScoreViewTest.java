package org.xinyidai.engine.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.archive.Reader.Why;
import org.xinyidai.engine.archive.Reading;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredScoreViewTest {
  private static final Instant AT = Instant.parse("2024-06-30T08:00:00Z");

  @Test
  void an_enterprise_is_told_who_read_its_score_and_not_that_a_model_on_trial_did() {
    List<Reading> readings = List.of(reading(Why.OWN), reading(Why.SHADOW), reading(Why.LENDING));
    assertEquals(
        List.of("OWN", "LENDING"),
        StoredScoreView.told(readings).stream().map(StoredScoreView.ReadingView::why).toList());
  }

  private static Reading reading(Why why) {
    return Reading.first(new Reader("bank", "示例银行", why, ""), AT);
  }
}
