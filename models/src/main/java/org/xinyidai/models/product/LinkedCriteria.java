package org.xinyidai.models.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.xinyidai.models.subject.Section;

/**
 * Criteria on two attributes that no enterprise can have together (关联条件矛盾): what was paid in 12
 * months is no more than in 24, who was founded five years ago is no two years old, a factory is in
 * no section of trade. Told only where a missing value passes neither.
 */
final class LinkedCriteria {
  /** Of what is never negative: the longer the months, the greater. */
  private static final Pattern WINDOW = Pattern.compile("(.+_(?:count|fen|kwh))_([0-9]+)m");

  private static final String AGE = "age_months";
  private static final String FOUNDED = "founded_on";
  private static final String SECTION = "industry_section";
  private static final String INDUSTRY = "industry_code";
  private static final int LAST_DIVISION = 97;
  private static final int CODES_OF_DIVISION = 100;

  /** The first is never above the second. */
  private static final List<Map.Entry<String, String>> LINKS =
      List.of(
          Map.entry("operating_months", AGE),
          Map.entry(AGE, "operating_months"),
          Map.entry("tax_main_paid_fen_12m", "tax_paid_fen_12m"),
          Map.entry("tax_main_paid_fen_24m", "tax_paid_fen_24m"),
          Map.entry("customers_top_ratio_12m", "customers_top5_ratio_12m"),
          Map.entry("little_giant_flag", "specialised_new_flag"));

  private LinkedCriteria() {}

  /** What the criteria on one attribute leave, and where the last of them stands. */
  private record Left(AcceptedSet accepted, int index) {
    double least() {
      return accepted.intervals().get(0).from();
    }

    double greatest() {
      return accepted.intervals().get(accepted.intervals().size() - 1).to();
    }
  }

  /**
   * Criteria each of which somebody passes; none of them stand against another of its attribute.
   */
  static List<Problem> lint(List<Criterion> criteria, AttributeCatalogue catalogue) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Left> left = left(criteria, catalogue, problems);
    left.forEach(
        (lesser, a) ->
            left.forEach(
                (greater, b) -> {
                  if (a.least() > b.greatest() && isNeverAbove(lesser, greater, catalogue)) {
                    problems.add(contradiction(a, b, lesser, greater, catalogue));
                  }
                }));
    Left section = left.get(SECTION);
    Left industry = left.get(INDUSTRY);
    if (section != null && industry != null && isNowhere(section, industry)) {
      problems.add(contradiction(section, industry, SECTION, INDUSTRY, catalogue));
    }
    return problems;
  }

  private static Map<String, Left> left(
      List<Criterion> criteria, AttributeCatalogue catalogue, List<Problem> problems) {
    Map<String, Left> left = new TreeMap<>();
    for (int i = 0; i < criteria.size(); i++) {
      Criterion criterion = asAge(criteria.get(i));
      int position = catalogue.positionOf(criterion.attribute());
      AcceptedSet set = criterion.accepted(catalogue.get(position), position, LocalDate.EPOCH);
      if (set.missingPasses()) {
        continue;
      }
      Left before = left.get(criterion.attribute());
      AcceptedSet both = before == null ? set : set.and(before.accepted());
      if (before != null && both.intervals().isEmpty()) {
        problems.add(contradiction(before, new Left(set, i), FOUNDED, AGE, catalogue));
      } else {
        left.put(criterion.attribute(), new Left(both, i));
      }
    }
    return left;
  }

  /** The day of foundation and the age in months are two words for one thing. */
  private static Criterion asAge(Criterion criterion) {
    return criterion instanceof DateCriterion date && date.attribute().equals(FOUNDED)
        ? new RangeCriterion(
            AGE, Bound.including(date.minMonthsAgo()), Bound.NO_MAXIMUM, date.whenMissing())
        : criterion;
  }

  private static boolean isNeverAbove(String lesser, String greater, AttributeCatalogue catalogue) {
    if (LINKS.contains(Map.entry(lesser, greater))) {
      return true;
    }
    Matcher shorter = WINDOW.matcher(lesser);
    Matcher longer = WINDOW.matcher(greater);
    return shorter.matches()
        && longer.matches()
        && shorter.group(1).equals(longer.group(1))
        && Integer.parseInt(shorter.group(2)) < Integer.parseInt(longer.group(2))
        && catalogue.get(lesser).possible().from() >= 0;
  }

  /** Whether no division of the accepted sections has an accepted code. */
  private static boolean isNowhere(Left section, Left industry) {
    return IntStream.rangeClosed(1, LAST_DIVISION)
        .filter(division -> isIn(section, division))
        .noneMatch(
            division -> {
              double first = (double) division * CODES_OF_DIVISION;
              double last = first + CODES_OF_DIVISION - 1;
              return industry.accepted().intervals().stream()
                  .anyMatch(codes -> codes.from() <= last && first <= codes.to());
            });
  }

  private static boolean isIn(Left section, int division) {
    return Section.ofDivision(division)
        .flatMap(one -> StandardAttributes.SECTIONS.value(one.name()).stream().boxed().findFirst())
        .filter(value -> section.accepted().accepts(value))
        .isPresent();
  }

  private static Problem contradiction(
      Left a, Left b, String first, String second, AttributeCatalogue catalogue) {
    return new Problem(
        "[" + Math.max(a.index(), b.index()) + "]",
        "“%s”与“%s”的条件不可能同时满足，请修改其一"
            .formatted(catalogue.title(first).zh(), catalogue.title(second).zh()),
        "no enterprise can meet the criteria on %s and on %s together; change one of them"
            .formatted(first, second));
  }
}
