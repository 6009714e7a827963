package org.xinyidai.models.match;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.LimitRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;

/** The limit of one product for one candidate (额度测算), and why there may be none. */
record LimitCheck(LoanProduct product, Candidate candidate) {
  /**
   * The least of all parts of the formula and of the cap, in whole fen; parts without data aside.
   */
  long limitFen() {
    long limit = product.amount().maxFen();
    for (LimitRule rule : product.limits()) {
      double part = rule.limitFen(candidate.catalogue(), candidate.rawValues());
      if (!Double.isNaN(part)) {
        limit = Math.min(limit, (long) part);
      }
    }
    return limit;
  }

  /** Whether there is no mismatch, without the words of any. */
  boolean holds() {
    for (LimitRule rule : product.limits()) {
      for (String name : rule.needs()) {
        if (Double.isNaN(value(name))) {
          return false;
        }
      }
    }
    return limitFen() >= product.amount().minFen();
  }

  List<Mismatch> mismatches() {
    List<Mismatch> mismatches = new ArrayList<>();
    for (LimitRule rule : product.limits()) {
      for (String name : rule.needs()) {
        if (Double.isNaN(value(name))) {
          mismatches.add(missing(rule, candidate.catalogue().get(name)));
        }
      }
    }
    if (mismatches.isEmpty() && limitFen() < product.amount().minFen()) {
      mismatches.add(tooLow());
    }
    return mismatches;
  }

  /** What comes off the amount that the enterprise has not declared. */
  List<Condition> conditions() {
    AttributeCatalogue catalogue = candidate.catalogue();
    return product.limits().stream()
        .flatMap(rule -> rule.takesOff().stream())
        .filter(name -> Double.isNaN(value(name)))
        .map(
            name ->
                new Condition(
                    Condition.Kind.DEBTS_COME_OFF,
                    name,
                    new Text(
                        "未申报，将从额度中扣除：" + catalogue.title(name).zh(),
                        "not declared, comes off the amount: " + catalogue.title(name).en())))
        .toList();
  }

  private double value(String name) {
    return candidate.value(candidate.catalogue().positionOf(name));
  }

  private Mismatch missing(LimitRule rule, Attribute attribute) {
    Text words = rule.words(candidate.catalogue());
    return new Mismatch(
        CriterionCheck.kind(attribute, Double.NaN),
        attribute.name(),
        new Text("额度测算：" + words.zh(), "limit: " + words.en()),
        new Text("有数据", "data"),
        Double.NaN,
        ValueText.of(attribute, Double.NaN),
        attribute.unit(),
        Double.NaN,
        null);
  }

  private Mismatch tooLow() {
    AmountRange amount = product.amount();
    double limitFen = (double) limitFen();
    Text least = ValueText.of(Unit.FEN, (double) amount.minFen());
    Text required = new Text("≥ " + least.zh(), "≥ " + least.en());
    return new Mismatch(
        Mismatch.Kind.LIMIT_TOO_LOW,
        "amount",
        new Text("测算额度" + required.zh(), "limit by the formula " + required.en()),
        required,
        limitFen,
        ValueText.of(Unit.FEN, limitFen),
        Unit.FEN,
        amount.minFen() - limitFen,
        null);
  }
}
