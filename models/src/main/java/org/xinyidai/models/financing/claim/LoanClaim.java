package org.xinyidai.models.financing.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Term;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.subject.Uscc;

/**
 * The claim of a loan that was made outside the platform (平台外贷款认领). Immutable; {@link ClaimFlow}
 * gives the claim after a step.
 *
 * @param district six digits where the enterprise is registered
 * @param files evidence, in the order in which it came
 * @param history every step, the filing itself not among them
 */
public record LoanClaim(
    String id,
    String lender,
    Uscc uscc,
    String district,
    ClaimedLoan loan,
    ClaimProof proof,
    ClaimState state,
    LocalDate filedOn,
    Instant at,
    List<Evidence> files,
    List<Taken> history) {
  /** How long the enterprise may object, in working days after the filing. */
  public static final Term OBJECTION =
      new Term("B12", "认领告知企业后5个工作日内可提异议", Term.Counting.WORKING_DAYS, 5);

  /** A contract, a receipt and what goes with them. */
  public static final int MOST_FILES = 5;

  public LoanClaim {
    files = List.copyOf(files);
    history = List.copyOf(history);
  }

  /**
   * A file that proves the loan (认领证据).
   *
   * @param number from 1
   * @param sm3 digest, in hexadecimal
   */
  public record Evidence(int number, String name, String contentType, int bytes, String sm3) {}

  /** A step that was taken. */
  public record Taken(ClaimStepKind step, Party by, String organisation, Instant at, String note) {}

  /** The last day on which the enterprise may object. */
  public Deadline objectionUntil(WorkingCalendar calendar) {
    return OBJECTION.deadline(filedOn, calendar);
  }

  /** The claim with one more piece of evidence. */
  public LoanClaim with(Evidence evidence) {
    List<Evidence> more = new ArrayList<>(files);
    more.add(evidence);
    return new LoanClaim(
        id, lender, uscc, district, loan, proof, state, filedOn, at, more, history);
  }

  LoanClaim after(Taken taken) {
    List<Taken> more = new ArrayList<>(history);
    more.add(taken);
    return new LoanClaim(
        id, lender, uscc, district, loan, proof, taken.step().to(), filedOn, at, files, more);
  }
}
