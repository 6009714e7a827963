package org.xinyidai.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.xinyidai.models.training.Grouping;
import org.xinyidai.models.training.TrainingSet;

/** Which columns speak of size, place or age, by which groups are compared (公平性分组变量). */
final class FairnessColumns {
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)(.*[_ ])?(size|size_class|district|region|province|state|age|age_months|gender|sex)"
              + "|.*(规模|地区|区县|省份|成立年限|年龄|性别).*");

  /** A comparison of more groups than this is not read by anyone, unless it was asked for. */
  private static final int MOST_GROUPS = 20;

  private FairnessColumns() {}

  static List<Grouping> of(TrainingSet set, Set<String> named) {
    List<Grouping> groupings = new ArrayList<>();
    for (int column = 0; column < set.columns().size(); column++) {
      String name = set.columns().get(column).name();
      boolean speaks = !set.columns().get(column).combined() && NAMES.matcher(name).matches();
      if (named.contains(name) || speaks) {
        Grouping grouping = Grouping.of(set, column);
        if (named.contains(name) || grouping.names().size() <= MOST_GROUPS) {
          groupings.add(grouping);
        }
      }
    }
    return groupings;
  }
}
