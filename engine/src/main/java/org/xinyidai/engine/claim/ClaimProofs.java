package org.xinyidai.engine.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.claim.ClaimProof;
import org.xinyidai.models.subject.Uscc;

/**
 * Proves by what is stored that an enterprise was matched to a lender before a loan (撮合依据查证): a
 * demand within the window, and what it matches on the day of the grant, computed from the facts of
 * that day.
 */
final class ClaimProofs {
  /** The latest demands of an enterprise that are looked at. */
  private static final int MOST_DEMANDS = 200;

  private final Platform platform;

  ClaimProofs(Platform platform) {
    this.platform = platform;
  }

  /** The first demand that proves it; empty where none does. */
  Optional<ClaimProof> find(Uscc uscc, String lender, LocalDate grantedOn) {
    return platform.demands().of(uscc, "", MOST_DEMANDS).stream()
        .filter(demand -> ClaimProof.isWithin(demand.postedOn(), grantedOn))
        .map(
            demand ->
                new ClaimProof(
                    demand.id().value(), demand.postedOn(), offered(demand, lender, grantedOn)))
        .filter(proof -> !proof.products().isEmpty())
        .findFirst();
  }

  private List<String> offered(Demand demand, String lender, LocalDate day) {
    return platform.matching().matched(demand, day, 0).found().offers().stream()
        .filter(offer -> offer.product().lender().organisation().equals(lender))
        .map(offer -> offer.product().id().value())
        .toList();
  }
}
