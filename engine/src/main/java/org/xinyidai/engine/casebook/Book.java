package org.xinyidai.engine.casebook;

/** The books of the platform (案卷簿类别); the letter is the stable code of its keys. */
public enum Book {
  /** Batches and monthly files of lenders. */
  REPORT_BATCHES('b'),
  /** Lines that lenders reported, by lender and the lender's own number. */
  REPORTED_LINES('l'),
  /** Where a line and the platform do not agree. */
  DIFFERENCES('d'),
  /** Loans made outside the platform that lenders claim. */
  CLAIMS('c'),
  COMPLAINTS('t'),
  /** Notices to those who fall behind. */
  ARREARS_NOTICES('n');

  private final char code;

  Book(char code) {
    this.code = code;
  }

  byte code() {
    return (byte) code;
  }
}
