package org.xinyidai.models.product;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.product.Attribute.Kind;

/** What is wrong with one criterion by itself (准入条件检查). */
final class CriterionLint {
  /** No share or growth that a condition could mean lies beyond ten times. */
  private static final double MOST_RATIO = 10;

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

  /**
   * What can be read and indexed and still lets nobody pass: a range outside the values that can
   * occur, whole numbers between two neighbours, a percentage written where a share is meant.
   */
  static List<Problem> impossible(Criterion criterion, AttributeCatalogue catalogue) {
    if (!(criterion instanceof RangeCriterion range)) {
      return List.of();
    }
    Attribute attribute = catalogue.get(range.attribute());
    Interval possible = attribute.possible();
    double from = Math.max(range.min().least(), possible.from());
    double to = Math.min(range.max().greatest(), possible.to());
    boolean counted = attribute.wholeNumbers() && possible.from() >= 0;
    if (counted ? Math.ceil(from) > Math.floor(to) : from > to) {
      return List.of(outside(range, attribute, possible));
    }
    return attribute.unit() == Unit.RATIO && (isPercent(range.min()) || isPercent(range.max()))
        ? List.of(percentForShare(attribute))
        : List.of();
  }

  private static boolean isPercent(Bound bound) {
    return bound.isFinite() && Math.abs(bound.value()) > MOST_RATIO;
  }

  private static Problem outside(RangeCriterion range, Attribute attribute, Interval possible) {
    Text least = ValueText.of(attribute, possible.from());
    Text most = ValueText.of(attribute, possible.to());
    Text within =
        Double.isInfinite(possible.to())
            ? new Text("不小于" + least.zh(), "at least " + least.en())
            : new Text(least.zh() + "至" + most.zh(), "from " + least.en() + " to " + most.en());
    return new Problem(
        "",
        attribute.title().zh()
            + range.required(attribute).zh()
            + "，没有企业能满足：取值只能是"
            + within.zh()
            + (attribute.wholeNumbers() ? "的整数" : "")
            + "，请修改界限",
        "nobody can pass "
            + range.words(attribute).en()
            + ": values are "
            + (attribute.wholeNumbers() ? "whole, " : "")
            + within.en()
            + "; change the bounds");
  }

  private static Problem percentForShare(Attribute attribute) {
    return new Problem(
        "",
        attribute.title().zh() + "以小数填写，0.3 即 30%；请核对是否误填了百分数",
        attribute.name() + " is a share, 0.3 is 30%; a percentage seems to be written");
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
