package org.xinyidai.engine.store;

import org.xinyidai.models.product.Text;

/**
 * What somebody asked for cannot be (办理被拒); the words are for whoever asked, in both languages.
 * Thrown inside a command, it ends that with nothing written.
 */
public abstract class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String zh;
  private final String en;

  /** For a part of the request; no trace, for this is an answer and no fault of ours. */
  protected RefusedRequest(String field, Text words) {
    super(words.en(), null, false, false);
    this.field = field;
    this.zh = words.zh();
    this.en = words.en();
  }

  /** What is at fault. */
  public final String field() {
    return field;
  }

  public final String zh() {
    return zh;
  }

  public final String en() {
    return en;
  }
}
