package org.xinyidai.engine.redress;

/** A case or a step that cannot be; the message is for its caller, in both languages. */
public final class CaseRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String zh;
  private final String field;

  CaseRefused(String field, String zh, String en) {
    super(en);
    this.zh = zh;
    this.field = field;
  }

  /** What is at fault: {@code factId}, {@code step}, {@code note} or {@code correction}. */
  public String field() {
    return field;
  }

  public String zh() {
    return zh;
  }
}
