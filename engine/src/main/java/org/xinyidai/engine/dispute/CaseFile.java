package org.xinyidai.engine.dispute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.models.dispute.DisputedFact;
import org.xinyidai.models.dispute.Objection;
import org.xinyidai.models.subject.Uscc;

/**
 * A case about one fact of an enterprise (案卷), with every step that was taken in it.
 *
 * @param steps in order of time, the filing first
 * @param settled whether everyone who must know of its outcome was told
 */
public record CaseFile(
    String id, Kind kind, Uscc uscc, FactRow.Name fact, List<Step> steps, boolean settled) {
  /** What the enterprise asks for. */
  public enum Kind {
    OBJECTION("异议"),
    REPAIR("信用修复");

    private final String titleZh;

    Kind(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /**
   * One step.
   *
   * @param state the name of the state that the case had after it
   * @param by who took it: role and organisation
   * @param note in the words of who took it
   */
  public record Step(Instant at, String state, String by, String note) {}

  public CaseFile {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a case begins with its filing");
    }
  }

  public Step filed() {
    return steps.get(0);
  }

  public Step last() {
    return steps.get(steps.size() - 1);
  }

  /** Whether the fact is under an objection that nobody has decided. */
  public boolean disputesItsFact() {
    String state = last().state();
    return kind == Kind.OBJECTION
        && (state.equals(Objection.State.MARKED.name())
            || state.equals(Objection.State.CHECKING.name()));
  }

  /** The fact as the rules of dispute name it. */
  public DisputedFact disputed() {
    return new DisputedFact(fact.feed(), fact.day(), fact.identity());
  }

  /** The case after one more step. */
  public CaseFile with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new CaseFile(id, kind, uscc, fact, more, false);
  }

  /** The case once all were told. */
  public CaseFile told() {
    return new CaseFile(id, kind, uscc, fact, steps, true);
  }
}
