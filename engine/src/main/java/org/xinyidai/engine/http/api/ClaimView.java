package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.financing.claim.ClaimProof;
import org.xinyidai.models.financing.claim.ClaimedLoan;
import org.xinyidai.models.financing.claim.LoanClaim;
import org.xinyidai.models.product.SecurityMode;

/**
 * A claim as its parties see it (贷款认领).
 *
 * @param objectionUntil the last day on which the enterprise may object; null where no calendar
 *     tells
 */
record ClaimView(
    String id,
    String lender,
    String uscc,
    Loan loan,
    ClaimProof proof,
    String state,
    String stateZh,
    LocalDate filedOn,
    @Nullable LocalDate objectionUntil,
    List<LoanClaim.Evidence> files,
    List<Step> history) {

  /** The loan; {@code security} by its code. */
  record Loan(
      String contractNumber,
      LocalDate grantedOn,
      LocalDate dueOn,
      long amountFen,
      int rateBp,
      int termMonths,
      String security,
      boolean firstLoan,
      @Nullable String drawDownNumber,
      @Nullable Long balanceFen) {
    static Loan of(ClaimedLoan loan) {
      return new Loan(
          loan.contractNumber(),
          loan.grantedOn(),
          loan.dueOn(),
          loan.amountFen(),
          loan.rateBp(),
          loan.termMonths(),
          loan.security().code(),
          loan.firstLoan(),
          loan.drawDownNumber(),
          loan.balanceFen());
    }
  }

  /** A step that was taken. */
  record Step(String step, String stepZh, String by, Instant at, String note) {
    static Step of(LoanClaim.Taken taken) {
      return new Step(
          taken.step().code(),
          taken.step().titleZh(),
          taken.organisation(),
          taken.at(),
          taken.note());
    }
  }

  /** A page, the newest first. */
  record Listed(List<ClaimView> claims, @Nullable String next) {}

  /** A claim as it is posted. */
  record ClaimPosted(
      @Nullable String uscc,
      @Nullable String contractNumber,
      @Nullable LocalDate grantedOn,
      @Nullable LocalDate dueOn,
      @Nullable Long amountFen,
      @Nullable Integer rateBp,
      @Nullable Integer termMonths,
      @Nullable String security,
      @Nullable Boolean firstLoan,
      @Nullable String drawDownNumber,
      @Nullable Long balanceFen) {
    /** The loan, every part of it there. */
    ClaimedLoan loan() {
      String code = StepPosted.present(security, "security");
      return new ClaimedLoan(
          StepPosted.present(contractNumber, "contractNumber").strip(),
          StepPosted.present(grantedOn, "grantedOn"),
          StepPosted.present(dueOn, "dueOn"),
          StepPosted.present(amountFen, "amountFen"),
          StepPosted.present(rateBp, "rateBp"),
          StepPosted.present(termMonths, "termMonths"),
          SecurityMode.ofCode(code)
              .orElseThrow(() -> Refusal.invalid("security", "担保方式有误", "no such security")),
          StepPosted.present(firstLoan, "firstLoan"),
          drawDownNumber,
          balanceFen);
    }
  }

  static ClaimView of(LoanClaim claim, WorkingCalendar calendar) {
    return new ClaimView(
        claim.id(),
        claim.lender(),
        claim.uscc().value(),
        Loan.of(claim.loan()),
        claim.proof(),
        claim.state().name(),
        claim.state().titleZh(),
        claim.filedOn(),
        claim.objectionUntil(calendar) instanceof Deadline.On on ? on.day() : null,
        claim.files(),
        claim.history().stream().map(Step::of).toList());
  }
}
