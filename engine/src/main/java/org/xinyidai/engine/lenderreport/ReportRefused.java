package org.xinyidai.engine.lenderreport;

import org.xinyidai.models.product.Text;

/** A report or a step in a difference that cannot be; the message is for its caller. */
public final class ReportRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String zh;

  ReportRefused(String field, Text words) {
    super(words.en(), null, false, false);
    this.field = field;
    this.zh = words.zh();
  }

  /** What is at fault. */
  public String field() {
    return field;
  }

  public String zh() {
    return zh;
  }
}
