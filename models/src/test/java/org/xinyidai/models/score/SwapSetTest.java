package org.xinyidai.models.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SwapSetTest {
  private static final double[] CHAMPION = {0.1, 0.2, 0.3, 0.4};
  private static final double[] CHALLENGER = {0.1, 0.5, 0.2, 0.6};

  @Test
  void one_comes_in_for_each_that_goes_out() {
    SwapSet swap = SwapSet.of(CHAMPION, CHALLENGER, 0.5);
    assertEquals(2, swap.accepted());
    assertEquals(new SwapSet.Cell(true, true, 1, 0.1, 0.1), swap.cells().get(0));
    assertEquals(new SwapSet.Cell(false, true, 1, 0.3, 0.2), swap.cells().get(1));
    assertEquals(new SwapSet.Cell(true, false, 1, 0.2, 0.5), swap.cells().get(2));
    assertEquals(new SwapSet.Cell(false, false, 1, 0.4, 0.6), swap.cells().get(3));
    assertEquals(0.8, swap.agreement(), 1e-12);
  }

  @Test
  void a_model_against_itself_swaps_no_one() {
    SwapSet swap = SwapSet.of(CHAMPION, CHAMPION, 0.75);
    assertEquals(3, swap.cells().get(0).count());
    assertEquals(0, swap.cells().get(1).count() + swap.cells().get(2).count());
    assertEquals(1, swap.agreement(), 1e-12);
  }

  @Test
  void nobody_to_compare_gives_empty_cells() {
    SwapSet swap = SwapSet.of(new double[0], new double[0], 0.5);
    assertEquals(0, swap.accepted());
    assertEquals(0, swap.agreement());
  }
}
