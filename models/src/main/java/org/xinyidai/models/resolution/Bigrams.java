package org.xinyidai.models.resolution;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A text cut into overlapping pairs of characters (字对), its edges marked, so that a text of one
 * character has pairs too.
 */
public final class Bigrams {
  private static final char EDGE = '^';

  private Bigrams() {}

  /** The distinct pairs in order of their first place; none for an empty text. */
  public static Set<String> of(String text) {
    Set<String> pairs = new LinkedHashSet<>();
    if (text.isEmpty()) {
      return pairs;
    }
    String marked = EDGE + text + EDGE;
    for (int i = 0; i + 2 <= marked.length(); i++) {
      pairs.add(marked.substring(i, i + 2));
    }
    return pairs;
  }

  /** Weight of common pairs over mean weight of both: 1 for equal texts, 0 for nothing common. */
  static double likeness(String a, String b, Rarity rarity) {
    Set<String> left = of(a);
    Set<String> right = of(b);
    double all = 0;
    double common = 0;
    for (String pair : left) {
      double weight = rarity.of(pair);
      all += weight;
      if (right.contains(pair)) {
        common += weight;
      }
    }
    for (String pair : right) {
      all += rarity.of(pair);
    }
    return all == 0 ? 0 : 2 * common / all;
  }
}
