package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.MendsWithTime;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.DateCriterion;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;

/** Holds one candidate against the criteria of one product (准入核对) and says why, in words. */
final class CriterionCheck {
  private final CompiledProduct compiled;
  private final Candidate candidate;
  private final FutureValues future;

  CriterionCheck(CompiledProduct compiled, Candidate candidate, FutureValues future) {
    this.compiled = compiled;
    this.candidate = candidate;
    this.future = future;
  }

  List<Mismatch> mismatches() {
    List<Mismatch> mismatches = new ArrayList<>();
    for (int i = 0; i < compiled.accepted().size(); i++) {
      AcceptedSet accepted = compiled.accepted().get(i);
      if (!accepted.accepts(candidate.value(accepted.position()))) {
        mismatches.add(mismatch(i, accepted));
      }
    }
    return mismatches;
  }

  /** What a lender still checks of criteria that hold. */
  List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < compiled.accepted().size(); i++) {
      condition(compiled.product().criteria().get(i), compiled.accepted().get(i).position())
          .ifPresent(conditions::add);
    }
    return conditions;
  }

  private Mismatch mismatch(int place, AcceptedSet accepted) {
    Criterion criterion = compiled.product().criteria().get(place);
    CriterionWords.Pair words = compiled.words().of(place);
    Attribute attribute = candidate.catalogue().get(accepted.position());
    double actual = candidate.value(accepted.position());
    return new Mismatch(
        kind(attribute, actual),
        attribute.name(),
        words.whole(),
        words.required(),
        actual,
        ValueText.of(attribute, actual),
        attribute.unit(),
        shortfall(attribute, accepted, actual),
        earliest(criterion, attribute, accepted));
  }

  static Mismatch.Kind kind(Attribute attribute, double actual) {
    if (!Double.isNaN(actual)) {
      return Mismatch.Kind.NOT_MET;
    }
    return attribute.origin() == Attribute.Origin.DECLARED
        ? Mismatch.Kind.UNDECLARED
        : Mismatch.Kind.NO_DATA;
  }

  /** A whole unit is the least that a whole number can move. */
  private static double shortfall(Attribute attribute, AcceptedSet accepted, double actual) {
    if (Double.isNaN(actual) || !attribute.measurable()) {
      return Double.NaN;
    }
    double distance = accepted.distance(actual);
    return attribute.wholeNumbers() ? Math.ceil(distance) : distance;
  }

  private @Nullable LocalDate earliest(
      Criterion criterion, Attribute attribute, AcceptedSet accepted) {
    double actual = candidate.value(accepted.position());
    if (Double.isNaN(actual) || attribute.mends() == MendsWithTime.NEVER) {
      return null;
    }
    LocalDate day =
        criterion instanceof DateCriterion date
            ? date.passesOn(LocalDate.ofEpochDay((long) actual))
            : firstPassing(accepted);
    LocalDate last = candidate.asOf().plusMonths(FutureValues.MAX_MONTHS_AHEAD);
    LoanProduct product = compiled.product();
    return day == null || day.isAfter(last) || !product.effectiveOn(day) ? null : day;
  }

  private @Nullable LocalDate firstPassing(AcceptedSet accepted) {
    for (int months = 1; months <= FutureValues.MAX_MONTHS_AHEAD; months++) {
      double later = future.value(accepted.position(), months);
      if (!Double.isNaN(later) && accepted.accepts(later)) {
        return candidate.asOf().plusMonths(months);
      }
    }
    return null;
  }

  private Optional<Condition> condition(Criterion criterion, int position) {
    Attribute attribute = candidate.catalogue().get(position);
    boolean missing = Double.isNaN(candidate.value(position));
    boolean asked =
        missing
            ? criterion.whenMissing() == Criterion.WhenMissing.LENDER_CHECKS
            : attribute.origin() == Attribute.Origin.DECLARED;
    if (!asked) {
      return Optional.empty();
    }
    Text words = criterion.words(attribute);
    return Optional.of(
        missing
            ? new Condition(
                Condition.Kind.UNDECLARED,
                attribute.name(),
                new Text(
                    "未申报，贷款人将核查：" + words.zh(),
                    "not declared, the lender will check: " + words.en()))
            : new Condition(
                Condition.Kind.DECLARED_ONLY,
                attribute.name(),
                new Text(
                    "自行申报，贷款人将核实：" + words.zh(),
                    "self-declared, the lender will verify: " + words.en())));
  }
}
