package org.xinyidai.engine.supervision;

import java.util.OptionalDouble;
import org.xinyidai.models.financing.application.Grant;

/**
 * Applications and their money, summed (融资业务合计). Amounts in fen.
 *
 * @param granted applications with a grant; so with drawn and settled
 * @param firstLoans grants to enterprises that never had a loan of any bank before
 * @param unsecured grants on credit alone
 */
public record LendingSum(
    long applications,
    long granted,
    long drawn,
    long settled,
    long grantedFen,
    long drawnFen,
    long repaidFen,
    long firstLoans,
    long unsecured) {
  public static final LendingSum NONE = new LendingSum(0, 0, 0, 0, 0, 0, 0, 0, 0);

  static LendingSum of(ApplicationOnDay one) {
    boolean granted = one.grant().isPresent();
    long drawnFen = one.drawnFen();
    return new LendingSum(
        1,
        granted ? 1 : 0,
        drawnFen > 0 ? 1 : 0,
        drawnFen > 0 && one.settled() ? 1 : 0,
        one.grant().map(Grant::amountFen).orElse(0L),
        drawnFen,
        one.repaidFen(),
        one.grant().filter(Grant::firstLoan).isPresent() ? 1 : 0,
        one.grant().filter(Grant::unsecured).isPresent() ? 1 : 0);
  }

  LendingSum plus(LendingSum other) {
    return new LendingSum(
        applications + other.applications,
        granted + other.granted,
        drawn + other.drawn,
        settled + other.settled,
        grantedFen + other.grantedFen,
        drawnFen + other.drawnFen,
        repaidFen + other.repaidFen,
        firstLoans + other.firstLoans,
        unsecured + other.unsecured);
  }

  /** First loans among the grants (首贷占比), 0 to 1; empty without any grant. */
  public OptionalDouble firstLoanShare() {
    return share(firstLoans);
  }

  /** Grants on credit alone among the grants (信用贷款占比), 0 to 1; empty without any grant. */
  public OptionalDouble unsecuredShare() {
    return share(unsecured);
  }

  private OptionalDouble share(long part) {
    return granted == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / granted);
  }
}
