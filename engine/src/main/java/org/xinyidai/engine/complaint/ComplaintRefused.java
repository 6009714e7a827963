package org.xinyidai.engine.complaint;

import org.xinyidai.models.product.Text;

/** A step of a complaint that cannot be taken; the message is for its caller. */
public final class ComplaintRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String zh;

  ComplaintRefused(Text words) {
    super(words.en(), null, false, false);
    this.zh = words.zh();
  }

  public String zh() {
    return zh;
  }
}
