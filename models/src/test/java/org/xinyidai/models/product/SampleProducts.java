package org.xinyidai.models.product;

import java.util.List;
import java.util.Set;

/** Products for tests, alike but for what a test says. */
public final class SampleProducts {
  private SampleProducts() {}

  public static LoanProduct with(String id, Criterion... criteria) {
    return of(id, 1, Effective.ALWAYS, List.of(), List.of(criteria));
  }

  public static LoanProduct withLimits(String id, LimitRule... limits) {
    return of(id, 1, Effective.ALWAYS, List.of(limits), List.of());
  }

  public static LoanProduct version(String id, int version, Effective effective) {
    return of(id, version, effective, List.of(), List.of());
  }

  public static LoanProduct terms(
      LoanProduct base, AmountRange amount, Terms terms, Rate rate, Set<Purpose> purposes) {
    return new LoanProduct(
        base.id(),
        base.version(),
        base.lender(),
        base.name(),
        purposes,
        amount,
        terms,
        rate,
        base.security(),
        base.limits(),
        base.effective(),
        base.source(),
        base.criteria());
  }

  private static LoanProduct of(
      String id,
      int version,
      Effective effective,
      List<LimitRule> limits,
      List<Criterion> criteria) {
    return new LoanProduct(
        new ProductId(id),
        version,
        new Lender("some-bank", new Text("某银行", "some bank"), Lender.Type.BANK),
        new Text("某产品", "some product"),
        Set.of(),
        new AmountRange(1, 300_000_000),
        new Terms(1, 12),
        new Rate.Fixed(435),
        Set.of(SecurityMode.CREDIT),
        limits,
        effective,
        new Source("a test", ""),
        criteria);
  }
}
