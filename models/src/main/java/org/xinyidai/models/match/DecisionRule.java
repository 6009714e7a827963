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
    if (!mismatches.isEmpty()) {
      return new Decision.Withheld(compiled.product(), mismatches);
    }
    List<Condition> conditions = new ArrayList<>(criteria.conditions());
    conditions.addAll(limit.conditions());
    conditions.addAll(asked.conditions());
    long amountFen = Math.min(request.amountFen(), limit.limitFen());
    return new Decision.Offered(
        new Offer(compiled.product(), amountFen, request.termMonths(), conditions));
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
