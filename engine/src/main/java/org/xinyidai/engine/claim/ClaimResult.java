package org.xinyidai.engine.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.OutboxEntry;
import org.xinyidai.models.financing.claim.ClaimedLoan;
import org.xinyidai.models.financing.claim.LoanClaim;
import org.xinyidai.models.product.SecurityMode;

/**
 * What the nation is told of a loan that was claimed and confirmed (认领结果回传, B12), version 1. What
 * is null is not known of a loan made outside the platform.
 *
 * @param origin tells it from loans that came by an application; always the same word
 * @param claimId stands where an application has its number
 * @param demandId the demand that proves the match
 * @param productId the lender's product that the demand matched
 * @param grantNumber the contract's number, for a claim knows no other
 * @param unsecured whether it is a credit loan
 * @param drawnOn the day from which the loan runs
 * @param reportedAt when the office confirmed it
 */
record ClaimResult(
    String origin,
    String claimId,
    String demandId,
    String uscc,
    String lender,
    String productId,
    String grantNumber,
    String contractNumber,
    long grantAmountFen,
    LocalDate grantStart,
    LocalDate grantEnd,
    String security,
    boolean unsecured,
    boolean firstLoan,
    int rateBp,
    int termMonths,
    @Nullable String drawDownNumber,
    long drawDownAmountFen,
    LocalDate drawnOn,
    LocalDate dueOn,
    @Nullable Long balanceFen,
    Instant reportedAt) {
  static final int VERSION = 1;
  static final String TOPIC = "loan.claim";
  private static final String ORIGIN = "claimed";

  /** The event of a claim that was confirmed now. */
  static OutboxEntry event(LoanClaim claim, Instant at) {
    JsonNode payload = StoredJson.read(StoredJson.write(of(claim, at)), JsonNode.class);
    return new OutboxEntry(claim.id() + ".1", TOPIC, VERSION, at, payload);
  }

  private static ClaimResult of(LoanClaim claim, Instant at) {
    ClaimedLoan loan = claim.loan();
    return new ClaimResult(
        ORIGIN,
        claim.id(),
        claim.proof().demand(),
        claim.uscc().value(),
        claim.lender(),
        claim.proof().products().get(0),
        loan.contractNumber(),
        loan.contractNumber(),
        loan.amountFen(),
        loan.grantedOn(),
        loan.dueOn(),
        loan.security().code(),
        loan.security() == SecurityMode.CREDIT,
        loan.firstLoan(),
        loan.rateBp(),
        loan.termMonths(),
        loan.drawDownNumber(),
        loan.amountFen(),
        loan.grantedOn(),
        loan.dueOn(),
        loan.balanceFen(),
        at);
  }
}
