package org.xinyidai.engine.lenderreport;

import org.xinyidai.engine.store.RefusedRequest;
import org.xinyidai.models.product.Text;

/** A report or a step in a difference that cannot be. */
public final class ReportRefused extends RefusedRequest {
  private static final long serialVersionUID = 1;

  ReportRefused(String field, Text words) {
    super(field, words);
  }
}
