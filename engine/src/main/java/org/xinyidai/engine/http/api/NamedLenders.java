package org.xinyidai.engine.http.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.models.financing.DemandDraft;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Problem;

/**
 * The lenders that a demand prefers (意向机构), by the code of their organisation or by a name that
 * they show: what nobody here goes by would stand in a demand and prefer nobody.
 */
final class NamedLenders {
  private final Backend backend;

  NamedLenders(Backend backend) {
    this.backend = backend;
  }

  /** The draft with codes for names; adds a problem for each that is unknown. */
  DemandDraft of(DemandDraft draft, List<Problem> problems) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < draft.wishes().preferredLenders().size(); i++) {
      String named = draft.wishes().preferredLenders().get(i).strip();
      Optional<String> code = code(named);
      if (code.isEmpty() && !named.isEmpty() && named.length() <= Lender.MAX_ORGANISATION) {
        problems.add(
            new Problem(
                "$.preferredLenders[" + i + "]",
                "平台上没有机构“" + named + "”，请从产品列表中选取机构名称或编号",
                "there is no lender \"" + named + "\" here; take one of the list of products"));
      }
      codes.add(code.orElse(named));
    }
    DemandDraft.Wishes wishes = draft.wishes();
    return new DemandDraft(
        draft.uscc(),
        draft.amountFen(),
        draft.termMonths(),
        draft.purpose(),
        draft.maxAnnualRateBp(),
        draft.declared(),
        new DemandDraft.Wishes(wishes.security(), codes, wishes.expiresOn()));
  }

  private Optional<String> code(String named) {
    List<Lender> lenders =
        backend.platform().shelf().newest().stream().map(LoanProduct::lender).distinct().toList();
    boolean isCode =
        lenders.stream().anyMatch(one -> one.organisation().equals(named))
            || backend.accounts().hasLender(named);
    return isCode
        ? Optional.of(named)
        : lenders.stream()
            .filter(one -> one.name().zh().equals(named) || one.name().en().equals(named))
            .map(Lender::organisation)
            .findFirst();
  }
}
