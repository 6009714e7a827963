package org.xinyidai.engine.complaint;

import org.xinyidai.engine.store.RefusedRequest;
import org.xinyidai.models.product.Text;

/** A step of a complaint that cannot be taken. */
public final class ComplaintRefused extends RefusedRequest {
  private static final long serialVersionUID = 1;

  ComplaintRefused(Text words) {
    super("step", words);
  }
}
