package org.xinyidai.engine.creditreport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a report was printed, and of what (信用报告存根). Whoever holds the paper holds its code, and may
 * compare the paper with this.
 *
 * @param code as printed, in groups
 * @param name null where the register has not said it, or the reader may not see it
 * @param sections what the reader was allowed to see, ids of data categories
 * @param scoreId of the stored score it states; null where it states none
 * @param sm3 digest of the file as it was handed out, in hexadecimal
 */
public record CreditReport(
    String code,
    String uscc,
    @Nullable String name,
    List<String> sections,
    @Nullable String scoreId,
    @Nullable Integer points,
    @Nullable String grade,
    LocalDate asOf,
    String printedFor,
    String purpose,
    Instant issuedAt,
    String sm3) {
  public CreditReport {
    sections = List.copyOf(sections);
  }

  /** The same of a file that is finished. */
  CreditReport withDigest(String digest) {
    return new CreditReport(
        code,
        uscc,
        name,
        sections,
        scoreId,
        points,
        grade,
        asOf,
        printedFor,
        purpose,
        issuedAt,
        digest);
  }
}
