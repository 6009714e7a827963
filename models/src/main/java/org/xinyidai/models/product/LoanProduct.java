package org.xinyidai.models.product;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A loan product (信贷产品) in one version. Terms change by a new version, never in place.
 *
 * @param version 1 and up
 * @param purposes what it may be used for; empty where the publisher does not restrict it
 * @param security what may stand behind it, any of these; empty where it is not published
 * @param limits parts of the formula of the limit; the least of them and of the cap holds
 * @param criteria all must hold
 */
public record LoanProduct(
    ProductId id,
    int version,
    Lender lender,
    Text name,
    Set<Purpose> purposes,
    AmountRange amount,
    Terms terms,
    Rate rate,
    Fees fees,
    Set<SecurityMode> security,
    List<LimitRule> limits,
    Effective effective,
    Source source,
    List<Criterion> criteria) {
  /** Products in a fixed order wherever they are listed. */
  public static final Comparator<LoanProduct> ORDER =
      Comparator.comparing(LoanProduct::id).thenComparingInt(LoanProduct::version);

  public LoanProduct {
    if (version < 1) {
      throw new IllegalArgumentException("version " + version + " of " + id);
    }
    purposes = Set.copyOf(purposes);
    security = Set.copyOf(security);
    limits = List.copyOf(limits);
    criteria = List.copyOf(criteria);
  }

  /** A product that publishes no fees. */
  public LoanProduct(
      ProductId id,
      int version,
      Lender lender,
      Text name,
      Set<Purpose> purposes,
      AmountRange amount,
      Terms terms,
      Rate rate,
      Set<SecurityMode> security,
      List<LimitRule> limits,
      Effective effective,
      Source source,
      List<Criterion> criteria) {
    this(
        id, version, lender, name, purposes, amount, terms, rate, Fees.NONE, security, limits,
        effective, source, criteria);
  }

  /** The same terms as another version, in effect on other days. */
  public LoanProduct as(int otherVersion, Effective days) {
    return new LoanProduct(
        id,
        otherVersion,
        lender,
        name,
        purposes,
        amount,
        terms,
        rate,
        fees,
        security,
        limits,
        days,
        source,
        criteria);
  }

  public boolean effectiveOn(LocalDate day) {
    return effective.on(day);
  }

  /** The same with equal objects for some parts, so that many products share them. */
  public LoanProduct sharing(Lender sameLender, Rate sameRate, Fees sameFees) {
    return new LoanProduct(
        id,
        version,
        sameLender,
        name,
        purposes,
        amount,
        terms,
        sameRate,
        sameFees,
        security,
        limits,
        effective,
        source,
        criteria);
  }
}
