package org.xinyidai.models.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.product.DraftLife.Refusal;
import org.xinyidai.models.product.DraftLife.Stage;
import org.xinyidai.models.product.DraftLife.Step;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftLifeTest {
  @Test
  void terms_that_were_tried_are_signed_by_a_colleague_and_published() {
    DraftLife life = taken(taken(DraftLife.begunBy("li").tried()).sign("wang"));
    assertEquals("wang", life.signedBy());
    DraftLife published = taken(life.publish());
    assertEquals(Stage.PUBLISHED, published.stage());
    assertTrue(published.isOver());
  }

  @Test
  void nobody_signs_what_it_wrote_or_changed() {
    DraftLife two = taken(taken(DraftLife.begunBy("li").revise("zhao")).tried());
    assertEquals(Refusal.OWN_WORK, refused(two.sign("li")));
    assertEquals(Refusal.OWN_WORK, refused(two.sign("zhao")));
    assertEquals(Stage.SIGNED, taken(two.sign("wang")).stage());
  }

  @Test
  void a_change_takes_dry_run_and_signature_away() {
    DraftLife signed = taken(taken(DraftLife.begunBy("li").tried()).sign("wang"));
    DraftLife changed = taken(signed.revise("li"));
    assertEquals(Stage.DRAFT, changed.stage());
    assertEquals(Refusal.NOT_SIGNED, refused(changed.publish()));
    assertEquals(Refusal.NOT_TRIED, refused(changed.sign("wang")));
  }

  @Test
  void terms_are_not_signed_twice_and_not_published_unsigned() {
    DraftLife tried = taken(DraftLife.begunBy("li").tried());
    assertEquals(Refusal.NOT_SIGNED, refused(tried.publish()));
    assertEquals(Refusal.SIGNED_ALREADY, refused(taken(tried.sign("wang")).sign("sun")));
  }

  @Test
  void nothing_happens_to_a_draft_that_is_over() {
    DraftLife discarded = taken(DraftLife.begunBy("li").discard());
    DraftLife published =
        taken(taken(taken(DraftLife.begunBy("li").tried()).sign("wang")).publish());
    List<Function<DraftLife, Step>> steps =
        List.of(
            life -> life.revise("li"),
            DraftLife::tried,
            life -> life.sign("sun"),
            DraftLife::publish,
            DraftLife::discard);
    for (DraftLife life : List.of(discarded, published)) {
      assertTrue(life.isOver());
      steps.forEach(step -> assertEquals(Refusal.OVER, refused(step.apply(life))));
    }
    assertFalse(DraftLife.begunBy("li").isOver());
  }

  private static DraftLife taken(Step step) {
    return ((Step.Taken) step).life();
  }

  private static Refusal refused(Step step) {
    return ((Step.Refused) step).why();
  }
}
