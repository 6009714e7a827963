package org.xinyidai.engine.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The word that was most likely meant by a mistyped one (拼写建议). */
final class NearWord {
  /** Of so many letters one may be wrong before a suggestion only confuses. */
  private static final int LETTERS_PER_SLIP = 3;

  private NearWord() {}

  /** The nearest of the words; empty where none is near. */
  static Optional<String> of(String typed, List<String> words) {
    return words.stream()
        .min(Comparator.comparingInt(word -> slips(typed, word)))
        .filter(word -> slips(typed, word) * LETTERS_PER_SLIP <= word.length() + 2);
  }

  /**
   * How many letters were left out, added, changed, or swapped with their neighbour: the optimal
   * string alignment distance (Damerau 1964).
   */
  static int slips(String typed, String word) {
    int[][] least = new int[typed.length() + 1][word.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= word.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        int changed = least[i - 1][j - 1] + (typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1);
        int addedOrLeftOut = 1 + Math.min(least[i - 1][j], least[i][j - 1]);
        least[i][j] = Math.min(changed, addedOrLeftOut);
        if (areSwapped(typed, i, word, j)) {
          least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
        }
      }
    }
    return least[typed.length()][word.length()];
  }

  private static boolean areSwapped(String typed, int i, String word, int j) {
    return i > 1
        && j > 1
        && typed.charAt(i - 1) == word.charAt(j - 2)
        && typed.charAt(i - 2) == word.charAt(j - 1);
  }
}
