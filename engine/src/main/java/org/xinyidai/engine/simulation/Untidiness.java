package org.xinyidai.engine.simulation;

import java.util.Locale;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.office.Cells;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Kind;

/**
 * Unusual forms that mean the same (不规范写法): a space before a status as in the real data, full-width
 * digits, other ways to write a day, a code in small letters. They must be accepted.
 */
final class Untidiness {
  private static final int FULL_WIDTH = 0xFEE0;

  private final Feed<?> feed;

  Untidiness(Feed<?> feed) {
    this.feed = feed;
  }

  /** Writes one column of a row in another way. */
  void apply(Cells cells, Dice dice) {
    int column = dice.below(cells.columns());
    if (cells.isBlank(column)) {
      return;
    }
    String text = cells.text(column);
    Kind kind = feed.columns().get(column).kind();
    cells.text(
        column,
        switch (kind) {
          case TEXT -> column == 0 ? text.toLowerCase(Locale.ROOT) : text + "　";
          case CODE, FLAG -> " " + text;
          case DAY -> dice.chance(0.5) ? text.replace("-", "") : text.replace('-', '/');
          case MONTH -> text.replace("-", "");
          case FEN, COUNT, MILLI -> fullWidth(text);
        });
  }

  private static String fullWidth(String digits) {
    StringBuilder wide = new StringBuilder(digits.length());
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      wide.append(c >= '0' && c <= '9' ? (char) (c + FULL_WIDTH) : c);
    }
    return wide.toString();
  }
}
