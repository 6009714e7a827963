package org.xinyidai.models.match;

import java.util.List;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.score.Action;

/**
 * What would open one product to an enterprise (准入改进建议): the fewest realistic changes; of as few,
 * the soonest; of as soon, the smallest.
 *
 * @param steps the changes; empty unless {@code state} is {@link State#OPENS}
 * @param months until all changes are seen; 0 without one
 * @param declare what the enterprise has yet to declare, and the lender will check
 * @param blockers what no realistic change mends; empty unless {@code state} is {@link
 *     State#CLOSED}
 */
public record ProductAdvice(
    LoanProduct product,
    State state,
    List<Step> steps,
    int months,
    List<Text> declare,
    List<Mismatch> blockers) {
  public ProductAdvice {
    steps = List.copyOf(steps);
    declare = List.copyOf(declare);
    blockers = List.copyOf(blockers);
  }

  /** What can be said. */
  public enum State {
    /** Nothing has to change. */
    OPEN("open", "已符合准入条件"),
    /** The steps open it. */
    OPENS("opens", "可通过改进达到"),
    /** Nothing realistic opens it: see the blockers. */
    CLOSED("closed", "没有现实可行的改进能够达到"),
    /** All together would open it, but that is more than a firm can do at once. */
    TOO_MANY("too-many", "须同时改进的事项过多");

    private final String id;
    private final String titleZh;

    State(String id, String titleZh) {
      this.id = id;
      this.titleZh = titleZh;
    }

    /** The stable name in answers. */
    public String id() {
      return id;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /**
   * One change of one feature.
   *
   * @param months until it is seen: those of the action, or fewer where waiting alone shows sooner
   */
  public record Step(
      Action action, double from, double to, int months, Text fromText, Text toText) {}
}
