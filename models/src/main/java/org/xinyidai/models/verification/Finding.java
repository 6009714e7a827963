package org.xinyidai.models.verification;

import java.util.Optional;
import org.xinyidai.models.subject.PlainText;

/** What comparing a claim with the register gave (登记信息比对结果). */
public enum Finding {
  /** The register names the same legal representative. */
  SAME,
  /** The register names another. */
  DIFFERENT,
  /** The register tells none: a person has to look. */
  UNKNOWN;

  /** Compares names by what is written, whatever the width of its letters. */
  public static Finding of(Claim claim, Optional<String> registered) {
    return registered
        .map(PlainText::of)
        .filter(name -> !name.isEmpty())
        .map(name -> name.equals(PlainText.of(claim.legalRepresentative())) ? SAME : DIFFERENT)
        .orElse(UNKNOWN);
  }
}
