package org.xinyidai.engine.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.xinyidai.engine.lending.LenderNames;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notice.Words;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.financing.claim.LoanClaim;

/** Tells the parties of a claim (认领通知). */
final class ClaimNotices {
  private final Notices notices;
  private final Function<String, List<String>> offices;
  private final LenderNames names;

  ClaimNotices(Notices notices, Function<String, List<String>> offices, LenderNames names) {
    this.notices = notices;
    this.offices = offices;
    this.names = names;
  }

  List<String> offices(String district) {
    return offices.apply(district);
  }

  /** The enterprise hears of a claim in its name, the office that it has one to look at. */
  void filed(Changes changes, LoanClaim claim, List<String> toOffices) {
    Words words =
        new Words(
            "%s 申报 %s 于%s向企业 %s 发放贷款%d元（合同 %s）为平台撮合贷款；企业如有异议请在5个工作日内提出"
                .formatted(
                    names.of(claim.lender()).zh(),
                    claim.id(),
                    claim.loan().grantedOn(),
                    claim.uscc(),
                    claim.loan().amountFen() / 100,
                    claim.loan().contractNumber()),
            "%s claims a loan of %d yuan (contract %s) to %s: object within 5 working days"
                .formatted(
                    names.of(claim.lender()).en(),
                    claim.loan().amountFen() / 100,
                    claim.loan().contractNumber(),
                    claim.uscc()));
    Set<String> audience = new LinkedHashSet<>(toOffices);
    audience.add(claim.uscc().value());
    audience.forEach(one -> put(changes, one, claim, words));
  }

  /** All others hear of a step. */
  void stepped(Changes changes, LoanClaim claim, List<String> toOffices) {
    LoanClaim.Taken last = claim.history().get(claim.history().size() - 1);
    Words words =
        new Words(
            "贷款认领 %s：%s，现为“%s”。%s"
                .formatted(claim.id(), last.step().titleZh(), claim.state().titleZh(), last.note()),
            "Claim %s: %s; it is %s. %s"
                .formatted(claim.id(), last.step().code(), claim.state(), last.note()));
    Set<String> audience = new LinkedHashSet<>(toOffices);
    audience.add(claim.lender());
    audience.add(claim.uscc().value());
    audience.remove(last.organisation());
    audience.forEach(one -> put(changes, one, claim, words));
  }

  private void put(Changes changes, String organisation, LoanClaim claim, Words words) {
    notices.put(
        changes,
        new Notice(organisation, Notice.Kind.LOAN_CLAIM, changes.instant(), claim.id(), "", words));
  }
}
