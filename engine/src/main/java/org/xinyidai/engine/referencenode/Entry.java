package org.xinyidai.engine.referencenode;

import java.time.LocalDate;
import org.xinyidai.connectors.feedback.FinancingResult;
import org.xinyidai.connectors.seal.Sm3;

/** One result that the reference node shall keep (待存结果): its line and what it is found by. */
final class Entry {
  private final String id;
  private final LocalDate day;
  private final String digest;
  private final byte[] line;

  Entry(FinancingResult result, byte[] line) {
    this.id = result.id();
    this.day = result.reportedOn();
    this.digest = Sm3.of(line);
    this.line = line;
  }

  String id() {
    return id;
  }

  /** Under which it is listed. */
  LocalDate day() {
    return day;
  }

  /** SM3 of its line. */
  String digest() {
    return digest;
  }

  byte[] line() {
    return line;
  }
}
