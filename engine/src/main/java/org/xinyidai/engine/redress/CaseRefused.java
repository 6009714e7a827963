package org.xinyidai.engine.redress;

import org.xinyidai.engine.store.RefusedRequest;
import org.xinyidai.models.product.Text;

/** A case or a step that cannot be, for its {@code factId}, step, note or correction. */
public final class CaseRefused extends RefusedRequest {
  private static final long serialVersionUID = 1;

  CaseRefused(String field, String zh, String en) {
    super(field, new Text(zh, en));
  }
}
