package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.financing.application.Guarantee.Answer;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Terms;

/** The lender grants a loan (授信). */
public record GrantStep(Grant grant, String note) implements Step {
  @Override
  public StepKind kind() {
    return StepKind.GRANT;
  }

  @Override
  public Map<String, String> details() {
    return Map.of(
        "grant.number", grant.number(),
        "grant.amountFen", Long.toString(grant.amountFen()),
        "grant.rateBp", Integer.toString(grant.rateBp()),
        "grant.termMonths", Integer.toString(grant.termMonths()),
        "grant.security", grant.security().code(),
        "grant.firstLoan", Boolean.toString(grant.firstLoan()),
        "grant.validUntil", grant.validUntil().toString());
  }

  @Override
  public Optional<Fault> fault(Application application, LocalDate today) {
    LocalDate until = grant.validUntil();
    boolean inTime =
        !until.isBefore(today) && !until.isAfter(today.plusDays(Grant.LONGEST_VALID_DAYS));
    long asked = application.filing().request().amountFen();
    return Fault.first(
        Fault.ofOptionalNote(note),
        Fault.ofNumber(grant.number(), "grant.number"),
        Fault.ofRange(grant.amountFen(), 1, AmountRange.MAX_FEN, "grant.amountFen"),
        Fault.ofRange(grant.rateBp(), 0, Rate.MAX_BP, "grant.rateBp"),
        Fault.ofRange(grant.termMonths(), 1, Terms.MAX_MONTHS, "grant.termMonths"),
        Fault.unless(inTime, Obstacle.DAY_IMPOSSIBLE, "grant.validUntil"),
        Fault.unless(!application.clock().paused(), Obstacle.DOCUMENTS_OWED, "step"),
        guaranteed(application.guarantee()),
        Fault.unless(grant.amountFen() <= asked, Obstacle.ABOVE_DEMAND, "grant.amountFen"));
  }

  private Optional<Fault> guaranteed(@Nullable Guarantee guarantee) {
    if (guarantee == null) {
      return Optional.empty();
    }
    boolean refused =
        guarantee.answer() == Answer.DECLINED && grant.security() == SecurityMode.GUARANTEE;
    return Fault.first(
        Fault.unless(guarantee.answer() != Answer.INVITED, Obstacle.GUARANTEE_PENDING, "step"),
        Fault.unless(!refused, Obstacle.GUARANTEE_ABSENT, "grant.security"));
  }

  @Override
  public void change(Draft draft) {
    draft.grant = grant;
  }
}
