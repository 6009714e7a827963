package org.xinyidai.engine.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.FinancingResult;
import org.xinyidai.connectors.feedback.FinancingResult.DrawDown;
import org.xinyidai.connectors.feedback.FinancingResult.Enterprise;
import org.xinyidai.connectors.feedback.FinancingResult.Grant;
import org.xinyidai.connectors.feedback.FinancingResult.Institution;
import org.xinyidai.connectors.feedback.FinancingResult.Standing;
import org.xinyidai.connectors.feedback.ResultKind;
import org.xinyidai.connectors.feedback.ResultLine;
import org.xinyidai.connectors.feedback.ResultOrigin;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.OutboxEntry;
import org.xinyidai.models.financing.application.Applicant;
import org.xinyidai.models.financing.claim.ClaimedLoan;
import org.xinyidai.models.financing.claim.LoanClaim;
import org.xinyidai.models.product.SecurityMode;

/**
 * What the nation is told of a loan that was claimed and confirmed (认领结果回传, B12): money drawn on
 * the day of the grant. No application is named, for there was none. The contract's number stands
 * for numbers that the lender did not tell, and the whole amount for a balance that it did not.
 */
final class ClaimResult {
  static final String TOPIC = "loan.claim";

  private ClaimResult() {}

  /**
   * The event of a claim that was confirmed now.
   *
   * @param applicant what the platform knows of the enterprise: a loan known before is the first
   */
  static OutboxEntry event(
      LoanClaim claim, Applicant applicant, Institution institution, Instant at) {
    FinancingResult result = result(claim, applicant, institution, at);
    JsonNode payload = StoredJson.read(ResultLine.write(result), JsonNode.class);
    return new OutboxEntry(
        result.id(),
        TOPIC,
        FinancingResult.VERSION,
        at,
        new OutboxEntry.Scope(claim.district(), claim.lender()),
        payload);
  }

  private static FinancingResult result(
      LoanClaim claim, Applicant applicant, Institution institution, Instant at) {
    ClaimedLoan loan = claim.loan();
    @Nullable String receipt = loan.drawDownNumber();
    @Nullable Long balance = loan.balanceFen();
    return new FinancingResult(
        claim.id() + ".1",
        ResultKind.DRAWN,
        ResultOrigin.CLAIMED,
        at,
        at,
        null,
        new Enterprise(claim.uscc().value(), Objects.requireNonNullElse(applicant.name(), "")),
        institution,
        null,
        null,
        new Grant(
            loan.contractNumber(),
            loan.amountFen(),
            loan.grantedOn(),
            loan.dueOn(),
            loan.security(),
            loan.security() == SecurityMode.CREDIT,
            loan.firstLoan() && !applicant.borrowedBefore(),
            loan.rateBp()),
        new DrawDown(
            Objects.requireNonNullElse(receipt, loan.contractNumber()),
            loan.amountFen(),
            loan.grantedOn(),
            loan.dueOn()),
        new Standing(balance == null ? loan.amountFen() : balance, null, 0, 0, null),
        null);
  }
}
