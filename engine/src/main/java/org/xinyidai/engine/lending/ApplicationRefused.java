package org.xinyidai.engine.lending;

import org.xinyidai.models.financing.application.Obstacle;
import org.xinyidai.models.financing.application.Outcome;
import org.xinyidai.models.product.Text;

/** An application or a step that cannot be; the message is for its caller, in both languages. */
public final class ApplicationRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String zh;
  private final boolean forbidden;

  ApplicationRefused(String field, Text words) {
    this(field, words, false);
  }

  private ApplicationRefused(String field, Text words, boolean forbidden) {
    super(words.en(), null, false, false);
    this.field = field;
    this.zh = words.zh();
    this.forbidden = forbidden;
  }

  static ApplicationRefused of(Outcome.Refused refused) {
    boolean forbidden = refused.fault().obstacle() == Obstacle.NOT_YOUR_STEP;
    return new ApplicationRefused(refused.fault().field(), refused.words(), forbidden);
  }

  /** What is at fault. */
  public String field() {
    return field;
  }

  public String zh() {
    return zh;
  }

  /** Whether another party may take the step, and this one never. */
  public boolean forbidden() {
    return forbidden;
  }
}
