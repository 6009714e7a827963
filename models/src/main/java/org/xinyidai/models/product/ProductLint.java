package org.xinyidai.models.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.product.LimitRule.CapByCode;

/**
 * Finds what cannot be meant in a product (产品规则检查): criteria that fit no attribute, that nobody can
 * pass or that contradict each other, and limits that cannot be computed. Paths start at the
 * product.
 */
public final class ProductLint {
  private ProductLint() {}

  /** All that is wrong, in the order of the fields; empty when the product may be published. */
  public static List<Problem> lint(LoanProduct product, AttributeCatalogue catalogue) {
    List<Problem> problems = new ArrayList<>(TermsLint.lint(product));
    List<Problem> unfit = unfit(product, catalogue);
    problems.addAll(unfit);
    if (unfit.isEmpty()) {
      senseless(product.criteria(), catalogue)
          .forEach(problem -> problems.add(problem.under(".criteria")));
    }
    return problems;
  }

  /**
   * What keeps a product from being indexed and matched; a product that was published when the
   * rules asked for less has none of this and goes on to be matched.
   */
  public static List<Problem> unfit(LoanProduct product, AttributeCatalogue catalogue) {
    List<Problem> problems = new ArrayList<>();
    unfitCriteria(product.criteria(), catalogue)
        .forEach(problem -> problems.add(problem.under(".criteria")));
    for (int i = 0; i < product.limits().size(); i++) {
      String path = ".limits[" + i + "]";
      limit(product.limits().get(i), product.amount(), catalogue)
          .forEach(problem -> problems.add(problem.under(path)));
    }
    return problems;
  }

  /** All that is wrong with criteria, wherever they stand; paths begin at their list. */
  public static List<Problem> lintCriteria(List<Criterion> criteria, AttributeCatalogue catalogue) {
    List<Problem> problems = unfitCriteria(criteria, catalogue);
    return problems.isEmpty() ? senseless(criteria, catalogue) : problems;
  }

  /** What keeps criteria from being read on values; paths begin at their list. */
  public static List<Problem> unfitCriteria(
      List<Criterion> criteria, AttributeCatalogue catalogue) {
    List<Problem> problems = each(criteria, criterion -> CriterionLint.lint(criterion, catalogue));
    return problems.isEmpty() ? contradictions(criteria, catalogue) : problems;
  }

  /** What lets nobody pass, of criteria that each fit their attribute. */
  private static List<Problem> senseless(List<Criterion> criteria, AttributeCatalogue catalogue) {
    List<Problem> problems =
        each(criteria, criterion -> CriterionLint.impossible(criterion, catalogue));
    return problems.isEmpty() ? LinkedCriteria.lint(criteria, catalogue) : problems;
  }

  private static List<Problem> each(
      List<Criterion> criteria, Function<Criterion, List<Problem>> rule) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < criteria.size(); i++) {
      String path = "[" + i + "]";
      rule.apply(criteria.get(i)).forEach(problem -> problems.add(problem.under(path)));
    }
    return problems;
  }

  /** What is wrong between products: one version twice, or two versions in effect on one day. */
  public static List<Problem> lintTogether(List<LoanProduct> products) {
    List<Problem> problems = new ArrayList<>();
    Map<ProductId, List<Integer>> seen = new HashMap<>();
    for (int i = 0; i < products.size(); i++) {
      LoanProduct product = products.get(i);
      for (int j : seen.getOrDefault(product.id(), List.of())) {
        LoanProduct other = products.get(j);
        if (other.version() == product.version()) {
          problems.add(
              new Problem(
                  "[" + i + "].version",
                  "与 [" + j + "] 的产品和版本相同",
                  "the same product and version as in [" + j + "]"));
        } else if (other.effective().overlaps(product.effective())) {
          problems.add(
              new Problem(
                  "[" + i + "].effectiveFrom",
                  "与 [" + j + "] 中的版本 " + other.version() + " 同时有效，请终止其一",
                  "in effect together with version "
                      + other.version()
                      + " in ["
                      + j
                      + "]; end one"));
        }
      }
      seen.computeIfAbsent(product.id(), id -> new ArrayList<>()).add(i);
    }
    return problems;
  }

  private static List<Problem> contradictions(
      List<Criterion> criteria, AttributeCatalogue catalogue) {
    List<Problem> problems = new ArrayList<>();
    Map<String, AcceptedSet> open = new HashMap<>();
    for (int i = 0; i < criteria.size(); i++) {
      Criterion criterion = criteria.get(i);
      int position = catalogue.positionOf(criterion.attribute());
      // Any day does: conditions on days bound one side only and cannot contradict each other.
      AcceptedSet next = criterion.accepted(catalogue.get(position), position, LocalDate.EPOCH);
      AcceptedSet both =
          open.containsKey(criterion.attribute())
              ? next.and(open.get(criterion.attribute()))
              : next;
      if (both.intervals().isEmpty()) {
        problems.add(
            new Problem(
                "[" + i + "]",
                "与“" + catalogue.title(criterion.attribute()).zh() + "”的另一条件矛盾，没有企业能同时满足，请保留其一",
                "contradicts another criterion on " + criterion.attribute() + "; nobody can pass"));
      } else {
        open.put(criterion.attribute(), both);
      }
    }
    return problems;
  }

  private static List<Problem> limit(
      LimitRule rule, AmountRange amount, AttributeCatalogue catalogue) {
    List<Problem> problems = new ArrayList<>();
    List<String> named = new ArrayList<>(rule.needs());
    named.addAll(rule.takesOff());
    for (String name : named) {
      if (catalogue.position(name).isEmpty()) {
        problems.add(CriterionLint.unknownAttribute(".attribute", name));
      } else if (!(rule instanceof CapByCode) && catalogue.get(name).unit() != Unit.FEN) {
        problems.add(new Problem(".attribute", name + " 不是金额", name + " is no amount of money"));
      }
    }
    if (problems.isEmpty() && rule instanceof CapByCode caps) {
      problems.addAll(caps(caps, amount, catalogue.get(caps.attribute())));
    }
    return problems;
  }

  private static List<Problem> caps(CapByCode caps, AmountRange amount, Attribute attribute) {
    List<Problem> problems = new ArrayList<>();
    caps.capFen()
        .forEach(
            (code, fen) -> {
              String path = ".capFen." + code;
              if (attribute.coding().value(code).isEmpty()) {
                problems.add(CriterionLint.unknownCode(path, code, attribute));
              } else if (fen < amount.minFen() || fen > amount.maxFen()) {
                problems.add(
                    new Problem(
                        path,
                        fen + " 分不在产品自身的金额范围内",
                        fen + " fen is outside the product's own amounts"));
              }
            });
    return problems;
  }
}
