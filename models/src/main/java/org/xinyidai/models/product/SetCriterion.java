package org.xinyidai.models.product;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The code is one of those allowed, or begins with one where prefixes are classes (代码集合条件).
 *
 * @param allowed codes of the attribute's coding
 */
public record SetCriterion(String attribute, List<String> allowed, WhenMissing whenMissing)
    implements Criterion {
  public SetCriterion {
    allowed = List.copyOf(allowed);
  }

  @Override
  public AcceptedSet accepted(Attribute attribute, int position, LocalDate day) {
    List<Interval> intervals =
        allowed.stream()
            .map(code -> attribute.coding().interval(code).orElseThrow(() -> unknown(code)))
            .toList();
    return new AcceptedSet(position, intervals, whenMissing.passes());
  }

  @Override
  public Text required(Attribute attribute) {
    List<Text> words = allowed.stream().map(code -> CodeWords.of(attribute.name(), code)).toList();
    return new Text(
        "属于 " + words.stream().map(Text::zh).collect(Collectors.joining("、")),
        "one of " + words.stream().map(Text::en).collect(Collectors.joining(", ")));
  }

  private IllegalArgumentException unknown(String code) {
    return new IllegalArgumentException("no code " + code + " of " + attribute);
  }
}
