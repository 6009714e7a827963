package org.xinyidai.engine.claim;

import java.time.Instant;
import java.util.List;
import org.xinyidai.engine.casebook.Entry;
import org.xinyidai.models.financing.claim.LoanClaim;

/** A claim as it stands in its book (认领案卷). */
public record HeldClaim(LoanClaim claim) implements Entry {
  @Override
  public String id() {
    return claim.id();
  }

  @Override
  public Instant openedAt() {
    return claim.at();
  }

  @Override
  public List<String> parties() {
    return List.of(claim.lender(), claim.uscc().value());
  }
}
