package org.xinyidai.engine.claim;

import org.xinyidai.models.product.Text;

/** A claim or a step of one that cannot be; the message is for its caller, in both languages. */
public final class ClaimRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String zh;

  ClaimRefused(String field, Text words) {
    super(words.en(), null, false, false);
    this.field = field;
    this.zh = words.zh();
  }

  ClaimRefused(String field, String zh, String en) {
    this(field, new Text(zh, en));
  }

  /** What is at fault. */
  public String field() {
    return field;
  }

  public String zh() {
    return zh;
  }
}
