package org.xinyidai.engine.lending;

import org.xinyidai.engine.store.RefusedRequest;
import org.xinyidai.models.financing.application.Obstacle;
import org.xinyidai.models.financing.application.Outcome;
import org.xinyidai.models.product.Text;

/** An application or a step that cannot be. */
public final class ApplicationRefused extends RefusedRequest {
  private static final long serialVersionUID = 1;

  private final boolean forbidden;

  ApplicationRefused(String field, Text words) {
    this(field, words, false);
  }

  private ApplicationRefused(String field, Text words, boolean forbidden) {
    super(field, words);
    this.forbidden = forbidden;
  }

  static ApplicationRefused of(Outcome.Refused refused) {
    boolean forbidden = refused.fault().obstacle() == Obstacle.NOT_YOUR_STEP;
    return new ApplicationRefused(refused.fault().field(), refused.words(), forbidden);
  }

  /** Whether another party may take the step, and this one never. */
  public boolean forbidden() {
    return forbidden;
  }
}
