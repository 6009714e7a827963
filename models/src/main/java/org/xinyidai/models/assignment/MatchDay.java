package org.xinyidai.models.assignment;

import java.util.List;
import java.util.Map;

/**
 * The open demands of a day and what their offers are worth (对接会撮合问题).
 *
 * @param choices at most {@link #MAX_CHOICES}
 * @param places by product, how many loans its quota has left; a product that is not named is bound
 *     by nothing
 * @param leftFen by product, how much money its quota has left, in fen; the same
 */
public record MatchDay(
    List<Choice> choices, Map<String, Integer> places, Map<String, Long> leftFen) {
  /** A day of some thousand demands with dozens of offers each; the plan then takes seconds. */
  public static final int MAX_CHOICES = 100_000;

  public MatchDay {
    choices = List.copyOf(choices);
    places = Map.copyOf(places);
    leftFen = Map.copyOf(leftFen);
    if (choices.size() > MAX_CHOICES) {
      throw new IllegalArgumentException(choices.size() + " choices, at most " + MAX_CHOICES);
    }
    if (places.values().stream().anyMatch(left -> left < 0)
        || leftFen.values().stream().anyMatch(left -> left < 0)) {
      throw new IllegalArgumentException("fewer than no places, or less than no money");
    }
  }

  /** Products that are bound by numbers of loans alone. */
  public MatchDay(List<Choice> choices, Map<String, Integer> places) {
    this(choices, places, Map.of());
  }

  /**
   * That a demand could go to a product.
   *
   * @param amountFen what it would take of the product's quota
   * @param worthFen expected benefit; only what is above 0 can enter a plan
   */
  public record Choice(String demand, String product, long amountFen, long worthFen) {
    public Choice {
      if (amountFen < 0) {
        throw new IllegalArgumentException("an amount below nothing: " + amountFen);
      }
    }

    /** Where the quota counts loans alone. */
    public Choice(String demand, String product, long worthFen) {
      this(demand, product, 0, worthFen);
    }
  }
}
