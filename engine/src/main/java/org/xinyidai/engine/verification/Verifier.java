package org.xinyidai.engine.verification;

import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.Claim;
import org.xinyidai.models.verification.Finding;

/**
 * Who says whether a claim is true (核验方): the platform's own records, or a service of the city. It
 * may wait for an answer, so it is asked on a worker and before the change.
 */
@FunctionalInterface
public interface Verifier {
  Finding check(Uscc uscc, Claim claim);
}
