package org.xinyidai.connectors.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.xinyidai.connectors.feed.UnreadableFile;

/** The column that tells good from bad (标签列). */
final class LabelColumn {
  private static final Set<String> BAD =
      Set.of(
          "1",
          "true",
          "yes",
          "y",
          "t",
          "bad",
          "default",
          "defaulted",
          "lost",
          "loss",
          "charged off",
          "chgoff",
          "delinquent",
          "bankrupt",
          "fraud",
          "是",
          "坏",
          "违约",
          "逾期",
          "不良",
          "失信",
          "破产");
  private static final Set<String> GOOD =
      Set.of(
          "0",
          "-1",
          "false",
          "no",
          "n",
          "f",
          "good",
          "paid",
          "repaid",
          "fully paid",
          "p i f",
          "normal",
          "current",
          "否",
          "好",
          "未违约",
          "正常",
          "守信",
          "未逾期");

  /** So many values of a label are shown to a user who must choose among them. */
  private static final int SHOWN = 10;

  private final String name;
  private final String positive;

  private LabelColumn(String name, String positive) {
    this.name = name;
    this.positive = positive;
  }

  /**
   * Settles which value means bad: the one that is named, or a usual word. Of two values without a
   * usual word the rarer one is taken, and the notes say so.
   *
   * @param cells without the missing ones
   * @param positive the value for bad; empty to tell it from the usual words
   * @param notes told which values were taken as good when there is more than one
   * @throws UnreadableFile when the value for bad cannot be told, or only one outcome is there
   */
  static LabelColumn of(String name, String positive, List<String> cells, List<String> notes)
      throws UnreadableFile {
    Map<String, Integer> counts = new TreeMap<>();
    cells.forEach(cell -> counts.merge(cell, 1, Integer::sum));
    LabelColumn label =
        new LabelColumn(name, positive.isEmpty() ? guess(name, counts, notes) : positive);
    List<String> goods = counts.keySet().stream().filter(cell -> !label.isBad(cell)).toList();
    boolean told =
        !label.positive.isEmpty()
            || goods.stream().map(LabelColumn::plain).allMatch(GOOD::contains);
    if (!told || goods.isEmpty() || goods.size() == counts.size()) {
      throw new UnreadableFile(
          "which value of column %s means bad? name it with --positive; it holds %s"
              .formatted(name, shown(counts)));
    }
    if (goods.size() > 1) {
      notes.add(
          "all of %s but %s is taken as good: %s".formatted(name, label.positive, shown(counts)));
    }
    return label;
  }

  /** Empty where the usual words settle it, or where there are not two values. */
  private static String guess(String name, Map<String, Integer> counts, List<String> notes) {
    if (counts.size() != 2) {
      return "";
    }
    List<String> values = List.copyOf(counts.keySet());
    boolean anyBad = values.stream().map(LabelColumn::plain).anyMatch(BAD::contains);
    boolean anyGood = values.stream().map(LabelColumn::plain).anyMatch(GOOD::contains);
    if (anyBad && anyGood) {
      return "";
    }
    List<String> others = values.stream().filter(value -> !GOOD.contains(plain(value))).toList();
    int first = counts.getOrDefault(values.get(0), 0);
    int second = counts.getOrDefault(values.get(1), 0);
    String guessed = others.size() == 1 ? others.get(0) : values.get(first < second ? 0 : 1);
    notes.add(
        "%s = %s is taken as bad; name another with --positive: %s"
            .formatted(name, guessed, shown(counts)));
    return guessed;
  }

  private static String shown(Map<String, Integer> counts) {
    List<String> first =
        counts.entrySet().stream()
            .limit(SHOWN)
            .map(entry -> entry.getKey() + " x " + entry.getValue())
            .toList();
    return String.join(", ", first) + (counts.size() > SHOWN ? ", ..." : "");
  }

  boolean isBad(String cell) {
    return positive.isEmpty() ? BAD.contains(plain(cell)) : plain(cell).equals(plain(positive));
  }

  /** Lower case, and whole numbers without their point. */
  private static String plain(String cell) {
    OptionalDouble number = CellNumbers.number(cell);
    boolean whole = number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble());
    return whole ? String.valueOf((long) number.getAsDouble()) : cell.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name;
  }
}
