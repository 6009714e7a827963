package org.xinyidai.models.product;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.xinyidai.models.product.Attribute.Kind;

/** What is wrong with one criterion by itself (准入条件检查). */
final class CriterionLint {
  private CriterionLint() {}

  static List<Problem> lint(Criterion criterion, AttributeCatalogue catalogue) {
    OptionalInt position = catalogue.position(criterion.attribute());
    if (position.isEmpty()) {
      return List.of(unknownAttribute(".attribute", criterion.attribute()));
    }
    Attribute attribute = catalogue.get(position.getAsInt());
    if (criterion instanceof RangeCriterion range) {
      return range(range, attribute);
    }
    if (criterion instanceof SetCriterion set) {
      return set(set, attribute);
    }
    boolean flag = criterion instanceof FlagCriterion;
    return attribute.kind() == (flag ? Kind.FLAG : Kind.DATE)
        ? List.of()
        : List.of(unfit(attribute));
  }

  static Problem unknownAttribute(String path, String name) {
    return new Problem(
        path,
        "没有名为 \"" + name + "\" 的属性，请从属性目录中选取",
        "no attribute named \"" + name + "\"; take one of the attribute catalogue");
  }

  private static List<Problem> range(RangeCriterion range, Attribute attribute) {
    if (attribute.kind() != Kind.NUMBER
        && !(attribute.kind() == Kind.CODE && attribute.coding().ordered())) {
      return List.of(unfit(attribute));
    }
    if (!range.min().isFinite() && !range.max().isFinite()) {
      return List.of(new Problem("", "区间须有下限或上限", "a range needs a least or a greatest value"));
    }
    if (range.min().least() > range.max().greatest()) {
      return List.of(
          new Problem(
              "",
              "区间为空：" + range.required(attribute).zh() + "，请对调上下限",
              "the range is empty: " + range.required(attribute).en() + "; exchange its bounds"));
    }
    return List.of();
  }

  private static List<Problem> set(SetCriterion set, Attribute attribute) {
    if (attribute.kind() != Kind.CODE) {
      return List.of(unfit(attribute));
    }
    if (set.allowed().isEmpty()) {
      return List.of(
          new Problem(".allowed", "未列出任何允许的代码，无人能满足", "no code is allowed, so nobody could pass"));
    }
    List<Problem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < set.allowed().size(); i++) {
      String code = set.allowed().get(i);
      String path = ".allowed[" + i + "]";
      if (attribute.coding().interval(code).isEmpty()) {
        problems.add(unknownCode(path, code, attribute));
      } else if (!seen.add(code)) {
        problems.add(
            new Problem(path, "代码 \"" + code + "\" 重复", "code \"" + code + "\" stands twice"));
      }
    }
    return problems;
  }

  static Problem unknownCode(String path, String code, Attribute attribute) {
    return new Problem(
        path,
        attribute.title().zh() + "（" + attribute.name() + "）没有代码 \"" + code + "\"",
        "no code \"" + code + "\" of " + attribute.name());
  }

  private static Problem unfit(Attribute attribute) {
    String fitting =
        switch (attribute.kind()) {
          case NUMBER -> "range";
          case CODE -> "set";
          case FLAG -> "flag";
          case DATE -> "date";
        };
    return new Problem(
        ".type",
        attribute.name() + " 须用 \"" + fitting + "\" 类型的条件",
        attribute.name() + " takes a criterion of the type \"" + fitting + "\"");
  }
}
