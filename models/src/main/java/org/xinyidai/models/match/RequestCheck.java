package org.xinyidai.models.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.match.Mismatch.Kind;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Terms;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;

/** Holds what is asked for against what a product grants (需求核对): amount, term, purpose, rate. */
record RequestCheck(LoanRequest request, LoanProduct product) {
  private static final Text AMOUNT = new Text("申请金额", "amount asked for");
  private static final Text TERM = new Text("申请期限", "term asked for");
  private static final Text PURPOSE = new Text("贷款用途", "purpose");
  private static final Text SECURITY = new Text("担保方式", "security");
  private static final Text RATE = new Text("可接受的最高年利率", "highest acceptable yearly rate");

  private boolean securityFits() {
    return request.security().isEmpty()
        || product.security().isEmpty()
        || product.security().stream().anyMatch(request.security()::contains);
  }

  List<Mismatch> mismatches() {
    List<Mismatch> mismatches = new ArrayList<>();
    double minFen = (double) product.amount().minFen();
    double askedFen = (double) request.amountFen();
    if (askedFen < minFen) {
      mismatches.add(below(Kind.AMOUNT_TOO_SMALL, "amount", AMOUNT, askedFen, minFen, Unit.FEN));
    }
    Terms terms = product.terms();
    if (request.termMonths() < terms.minMonths()) {
      mismatches.add(
          below(
              Kind.TERM_NOT_GRANTED,
              "term",
              TERM,
              request.termMonths(),
              terms.minMonths(),
              Unit.MONTHS));
    }
    if (request.termMonths() > terms.maxMonths()) {
      Text most = ValueText.of(Unit.MONTHS, terms.maxMonths());
      mismatches.add(
          of(
              Kind.TERM_NOT_GRANTED,
              "term",
              TERM,
              new Text("≤ " + most.zh(), "≤ " + most.en()),
              new Figure(
                  request.termMonths(), request.termMonths() - terms.maxMonths(), Unit.MONTHS)));
    }
    if (!product.purposes().isEmpty() && !product.purposes().contains(request.purpose())) {
      mismatches.add(purpose());
    }
    int lowestBp = product.rate().lowestBp().orElse(0);
    if (lowestBp > request.maxAnnualRateBp()) {
      mismatches.add(
          below(
              Kind.RATE_ABOVE_CEILING,
              "rate",
              RATE,
              request.maxAnnualRateBp(),
              lowestBp,
              Unit.BASIS_POINTS));
    }
    if (!securityFits()) {
      mismatches.add(
          ofWords(
              Kind.SECURITY_NOT_WISHED,
              "security",
              SECURITY,
              oneOf(product.security().stream().sorted().map(SecurityMode::title).toList()),
              oneOf(request.security().stream().sorted().map(SecurityMode::title).toList())));
    }
    return mismatches;
  }

  /** What the publisher leaves to the lender. */
  List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    if (!(product.rate() instanceof Rate.Fixed)) {
      conditions.add(new Condition(Condition.Kind.SET_BY_LENDER, "rate", rateWords()));
    }
    if (!product.terms().published()) {
      conditions.add(
          new Condition(
              Condition.Kind.SET_BY_LENDER,
              "term",
              new Text("期限未公布，由贷款人确定", "term not published, set by the lender")));
    }
    return conditions;
  }

  private Text rateWords() {
    if (product.rate().highestBp().isEmpty()) {
      return new Text("利率未公布，由贷款人确定", "rate not published, set by the lender");
    }
    String most = ValueText.of(Unit.BASIS_POINTS, product.rate().highestBp().getAsInt()).en();
    Text words = new Text("利率由贷款人确定，最高 " + most, "rate set by the lender, at most " + most);
    return product.rate().highestBp().getAsInt() <= request.maxAnnualRateBp()
        ? words
        : new Text(words.zh() + "，可能高于可接受利率", words.en() + ", maybe above the ceiling asked for");
  }

  private Mismatch purpose() {
    Text served = oneOf(product.purposes().stream().sorted().map(Purpose::title).toList());
    return ofWords(Kind.PURPOSE_NOT_SERVED, "purpose", PURPOSE, served, request.purpose().title());
  }

  private static Text oneOf(List<Text> titles) {
    return new Text(
        titles.stream().map(Text::zh).collect(Collectors.joining("、")),
        titles.stream().map(Text::en).collect(Collectors.joining(", ")));
  }

  private static Mismatch ofWords(Kind kind, String name, Text title, Text required, Text actual) {
    Text oneOf = new Text("属于 " + required.zh(), "one of " + required.en());
    return new Mismatch(
        kind, name, joined(title, oneOf), oneOf, Double.NaN, actual, Unit.NUMBER, Double.NaN, null);
  }

  private static Mismatch below(
      Kind kind, String name, Text title, double actual, double least, Unit unit) {
    Text value = ValueText.of(unit, least);
    Text required = new Text("≥ " + value.zh(), "≥ " + value.en());
    return of(kind, name, title, required, new Figure(actual, least - actual, unit));
  }

  private static Mismatch of(Kind kind, String name, Text title, Text required, Figure figure) {
    return new Mismatch(
        kind,
        name,
        joined(title, required),
        required,
        figure.actual(),
        ValueText.of(figure.unit(), figure.actual()),
        figure.unit(),
        figure.shortfall(),
        null);
  }

  private static Text joined(Text title, Text required) {
    return new Text(title.zh() + required.zh(), title.en() + " " + required.en());
  }

  private record Figure(double actual, double shortfall, Unit unit) {}
}
