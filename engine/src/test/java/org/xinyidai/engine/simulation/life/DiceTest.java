package org.xinyidai.engine.simulation.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiceTest {
  private static final int ROLLS = 200_000;
  private final Dice dice = new Dice(11);

  @Test
  void an_address_rolls_the_same_numbers_whatever_was_rolled_before() {
    long first = dice.at(1, 2, 3, 4).bits();
    dice.at(9, 9, 9, 9).normal();
    assertEquals(first, dice.at(1, 2, 3, 4).bits());
    assertEquals(first, new Dice(11).at(1, 2, 3, 4).bits());
  }

  @Test
  void every_part_of_an_address_counts_even_a_negative_one() {
    long first = dice.at(1, 2, 3, 4).bits();
    assertNotEquals(first, dice.at(2, 2, 3, 4).bits());
    assertNotEquals(first, dice.at(1, 3, 3, 4).bits());
    assertNotEquals(first, dice.at(1, 2, 4, 4).bits());
    assertNotEquals(first, dice.at(1, 2, 3, 5).bits());
    assertNotEquals(dice.at(1, 2, 3, -1).bits(), dice.at(1, 2, 4, -1).bits());
  }

  @Test
  void normal_numbers_have_mean_zero_and_deviation_one() {
    dice.at(1, 1, 1, 1);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < ROLLS; i++) {
      double roll = dice.normal();
      assertTrue(Math.abs(roll) <= 3.5);
      sum += roll;
      squares += roll * roll;
    }
    assertEquals(0, sum / ROLLS, 0.01);
    assertEquals(1, squares / ROLLS, 0.01);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 1.5, 15, 60})
  void events_are_as_many_as_expected_and_spread_as_much(double expected) {
    dice.at(2, 1, 1, 1);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < ROLLS; i++) {
      int events = dice.events(expected);
      sum += events;
      squares += (double) events * events;
    }
    double mean = sum / ROLLS;
    assertEquals(expected, mean, 0.02 * expected + 0.002);
    assertEquals(expected, squares / ROLLS - mean * mean, 0.04 * expected + 0.002);
  }

  @Test
  void weights_are_met() {
    dice.at(3, 1, 1, 1);
    int[] seen = new int[3];
    for (int i = 0; i < ROLLS; i++) {
      seen[dice.weighted(1, 0, 3)]++;
    }
    assertEquals(0.25, (double) seen[0] / ROLLS, 0.01);
    assertEquals(0, seen[1]);
  }
}
