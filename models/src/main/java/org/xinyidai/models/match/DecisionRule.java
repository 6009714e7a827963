package org.xinyidai.models.match;

import java.util.ArrayList;
import java.util.List;

/** Decides on one product (匹配判定): offered, or withheld with every reason. */
final class DecisionRule {
  private DecisionRule() {}

  static Decision decide(
      CompiledProduct compiled, Candidate candidate, LoanRequest request, FutureValues future) {
    CriterionCheck criteria = new CriterionCheck(compiled, candidate, future);
    LimitCheck limit = new LimitCheck(compiled.product(), candidate);
    RequestCheck asked = new RequestCheck(request, compiled.product());
    List<Mismatch> mismatches = new ArrayList<>(compiled.rules().mismatches(candidate));
    mismatches.addAll(criteria.mismatches());
    mismatches.addAll(limit.mismatches());
    mismatches.addAll(asked.mismatches());
    return mismatches.isEmpty()
        ? new Decision.Offered(offer(compiled, candidate, request))
        : new Decision.Withheld(compiled.product(), mismatches);
  }

  /** What a product that is offered gives. */
  static Offer offer(CompiledProduct compiled, Candidate candidate, LoanRequest request) {
    LimitCheck limit = new LimitCheck(compiled.product(), candidate);
    long amountFen = Math.min(request.amountFen(), limit.limitFen());
    if (compiled.unconditional()) {
      return new Offer(compiled.product(), amountFen, request.termMonths(), List.of());
    }
    CriterionCheck criteria = new CriterionCheck(compiled, candidate, FutureValues.UNKNOWN);
    RequestCheck asked = new RequestCheck(request, compiled.product());
    List<Condition> conditions = new ArrayList<>(criteria.conditions());
    conditions.addAll(limit.conditions());
    conditions.addAll(asked.conditions());
    return new Offer(compiled.product(), amountFen, request.termMonths(), conditions);
  }

  static Matches sort(List<Decision> decisions) {
    List<Offer> offers = new ArrayList<>();
    List<Decision.Withheld> withheld = new ArrayList<>();
    for (Decision decision : decisions) {
      if (decision instanceof Decision.Offered offered) {
        offers.add(offered.offer());
      } else if (decision instanceof Decision.Withheld no) {
        withheld.add(no);
      }
    }
    offers.sort(OfferRanking.BEST_FIRST);
    return new Matches(offers, withheld);
  }
}
