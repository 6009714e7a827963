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

  /** A product of a lender of some kind for 1 to 12 months. */
  public static LoanProduct costing(Lender.Type type, int rateBp, Fees fees) {
    return whole(
        new Lender("some-lender", new Text("某机构", "some lender"), type),
        new Text("某产品", "some product"),
        new Rate.Fixed(rateBp),
        fees);
  }

  public static LoanProduct named(String zh, String en) {
    return whole(
        new Lender("some-bank", new Text("某银行", "some bank"), Lender.Type.BANK),
        new Text(zh, en),
        new Rate.Fixed(435),
        Fees.NONE);
  }

  private static LoanProduct whole(Lender lender, Text name, Rate rate, Fees fees) {
    return new LoanProduct(
        new ProductId("p"),
        1,
        lender,
        name,
        Set.of(),
        new AmountRange(1, 300_000_000),
        new Terms(1, 12),
        rate,
        fees,
        Set.of(),
        List.of(),
        Effective.ALWAYS,
        new Source("a test", ""),
        List.of());
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
