package org.xinyidai.engine.lenderreport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.casebook.Entry;
import org.xinyidai.models.financing.report.Difference;

/**
 * A difference that somebody must settle (对账差异任务): the lender answers it or reports anew, the
 * office closes it.
 *
 * @param scope the application, or the line where it is about the line alone
 * @param batch that brought it last
 */
public record DifferenceTask(
    String id,
    String lender,
    String uscc,
    @Nullable String application,
    String scope,
    String line,
    String batch,
    Difference difference,
    State state,
    Instant openedAt,
    List<Said> said)
    implements Entry {
  /** What one of them says before the others must be told elsewhere. */
  static final int MOST_SAID = 50;

  public DifferenceTask {
    said = List.copyOf(said);
  }

  /** Where it stands. */
  public enum State {
    OPEN("待处理"),
    /** The lender has explained it; the office looks. */
    ANSWERED("已说明"),
    /** A later report no longer differs. */
    MENDED("已更正"),
    /** The office has closed it. */
    CLOSED("已办结");

    private final String titleZh;

    State(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }

    public boolean isOpen() {
      return this == OPEN || this == ANSWERED;
    }
  }

  /** What somebody said of it. */
  public record Said(Instant at, String organisation, State state, String note) {}

  @Override
  public List<String> parties() {
    return List.of(lender);
  }

  DifferenceTask in(State next, Instant at, String organisation, String note) {
    List<Said> more = new ArrayList<>(said);
    more.add(new Said(at, organisation, next, note));
    return new DifferenceTask(
        id, lender, uscc, application, scope, line, batch, difference, next, openedAt, more);
  }
}
