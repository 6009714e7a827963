package org.xinyidai.models.financing.application;

import java.time.Instant;
import java.util.Objects;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.subject.Uscc;

/**
 * An application as it was filed (申请书). Nothing of it changes.
 *
 * @param district division code of six digits where the enterprise is registered
 * @param request what the demand asked for
 * @param applicant what was known of the enterprise
 */
public record Filing(
    DemandId demand,
    Uscc uscc,
    String district,
    Target target,
    LoanRequest request,
    Instant at,
    Origin origin,
    Findings findings,
    Applicant applicant) {
  public Filing {
    applicant = Objects.requireNonNullElse(applicant, Applicant.UNKNOWN);
  }
}
