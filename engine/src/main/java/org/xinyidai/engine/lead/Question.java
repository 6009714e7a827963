package org.xinyidai.engine.lead;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.Interval;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.screening.Screen;

/**
 * What a lender asks, on the grid (筛选请求): bounds that were between two bands are moved inward.
 *
 * @param screen of whole bands alone
 * @param narrowed names of the attributes whose bounds were moved
 * @param problems what cannot be asked; the screen means nothing where there are any
 */
public record Question(Screen screen, List<String> narrowed, List<Problem> problems) {
  /** Conditions of one question: twice as many as there are attributes to ask for. */
  public static final int MOST_CONDITIONS = 32;

  /** Codes of one condition: the districts of a large province. */
  private static final int MOST_CODES = 200;

  public Question {
    narrowed = List.copyOf(narrowed);
    problems = List.copyOf(problems);
  }

  /**
   * One condition as it was written.
   *
   * @param from the least value inside; null for none
   * @param to the least value behind, itself outside; null for none
   * @param anyOf codes or their beginnings; null where the attribute is a number
   * @param missing whether those without a value match too
   */
  public record Wanted(
      @Nullable String attribute,
      @Nullable Double from,
      @Nullable Double to,
      @Nullable List<String> anyOf,
      @Nullable Boolean missing) {}

  /** Reads conditions. */
  public static Question of(Grid grid, List<Wanted> wanted) {
    List<AcceptedSet> asked = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    if (wanted.size() > MOST_CONDITIONS) {
      problems.add(
          new Problem(
              "$.conditions",
              "条件最多" + MOST_CONDITIONS + "个",
              "at most " + MOST_CONDITIONS + " conditions"));
    }
    for (int i = 0; i < wanted.size() && problems.isEmpty(); i++) {
      String path = "$.conditions[" + i + "]";
      Wanted one = wanted.get(i);
      CoarseAttribute attribute =
          grid.find(one.attribute() == null ? "" : one.attribute()).orElse(null);
      if (attribute == null) {
        problems.add(
            new Problem(
                path + ".attribute",
                "没有该筛选字段，可用字段见 /api/v1/screenings/attributes",
                "no such attribute; /api/v1/screenings/attributes lists them"));
      } else if (attribute.attribute().kind() == Attribute.Kind.CODE) {
        codes(attribute, one, path, asked, problems);
      } else {
        range(attribute, one, path, asked, problems);
      }
    }
    return snapped(grid, new Screen(asked), problems);
  }

  /** A product's own screen as far as a lender may see single enterprises by it. */
  static Question ofProduct(Grid grid, Screen.OfProduct product) {
    List<AcceptedSet> told =
        product.screen().conditions().stream()
            .filter(condition -> grid.at(condition.position()).isPresent())
            .toList();
    return snapped(grid, new Screen(told), List.of());
  }

  /** Both must hold. */
  Question and(Question other) {
    List<String> both = new ArrayList<>(narrowed);
    both.addAll(other.narrowed);
    List<Problem> faults = new ArrayList<>(problems);
    faults.addAll(other.problems);
    return new Question(screen.and(other.screen), both.stream().distinct().toList(), faults);
  }

  private static Question snapped(Grid grid, Screen asked, List<Problem> problems) {
    List<AcceptedSet> whole = new ArrayList<>();
    List<String> narrowed = new ArrayList<>();
    for (AcceptedSet condition : asked.conditions()) {
      CoarseAttribute attribute = grid.at(condition.position()).orElseThrow();
      AcceptedSet snapped = attribute.snapped(condition);
      whole.add(snapped);
      if (attribute.width() == 0 && !snapped.equals(condition)) {
        narrowed.add(attribute.name());
      }
    }
    return new Question(new Screen(whole), narrowed, problems);
  }

  private static void codes(
      CoarseAttribute attribute,
      Wanted one,
      String path,
      List<AcceptedSet> asked,
      List<Problem> problems) {
    List<String> codes = one.anyOf() == null ? List.of() : one.anyOf();
    if (codes.isEmpty() || codes.size() > MOST_CODES || one.from() != null || one.to() != null) {
      problems.add(
          new Problem(
              path + ".anyOf",
              "请给出1至" + MOST_CODES + "个代码",
              "name 1 to " + MOST_CODES + " codes, and no bounds"));
      return;
    }
    List<Interval> inside = new ArrayList<>();
    for (String code : codes) {
      Interval interval =
          code == null ? null : attribute.attribute().coding().interval(code).orElse(null);
      if (interval == null || interval.to() - interval.from() + 1 < attribute.width()) {
        problems.add(
            new Problem(
                path + ".anyOf",
                "没有代码 " + code + "，或该代码过细",
                "no code " + code + ", or finer than may be asked"));
        return;
      }
      inside.add(interval);
    }
    asked.add(new AcceptedSet(attribute.position(), inside, passes(one)));
  }

  private static void range(
      CoarseAttribute attribute,
      Wanted one,
      String path,
      List<AcceptedSet> asked,
      List<Problem> problems) {
    double from = one.from() == null ? Double.NEGATIVE_INFINITY : one.from();
    double to = one.to() == null ? Double.POSITIVE_INFINITY : Math.nextDown(one.to());
    boolean finite = Double.isFinite(from) || one.from() == null;
    finite &= Double.isFinite(to) || one.to() == null;
    if (one.anyOf() != null || !finite || !(from <= to)) {
      problems.add(
          new Problem(
              path,
              "数值字段请给出 from（含）和 to（不含），且 from 小于 to",
              "a number takes from and to, from below to"));
      return;
    }
    asked.add(new AcceptedSet(attribute.position(), List.of(new Interval(from, to)), passes(one)));
  }

  private static boolean passes(Wanted one) {
    return one.missing() != null && one.missing();
  }
}
