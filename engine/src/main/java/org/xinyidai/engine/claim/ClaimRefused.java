package org.xinyidai.engine.claim;

import org.xinyidai.engine.store.RefusedRequest;
import org.xinyidai.models.product.Text;

/** A claim or a step of one that cannot be. */
public final class ClaimRefused extends RefusedRequest {
  private static final long serialVersionUID = 1;

  ClaimRefused(String field, Text words) {
    super(field, words);
  }

  ClaimRefused(String field, String zh, String en) {
    this(field, new Text(zh, en));
  }
}
