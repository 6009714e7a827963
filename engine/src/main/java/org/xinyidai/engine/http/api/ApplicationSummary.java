package org.xinyidai.engine.http.api;

import java.util.Arrays;
import java.util.List;
import org.xinyidai.engine.claim.ClaimFigures;
import org.xinyidai.engine.lending.Funnel;
import org.xinyidai.engine.lending.LenderNames;
import org.xinyidai.models.financing.application.ApplicationState;

/**
 * The funnel as the office sees it (融资漏斗).
 *
 * @param claimed confirmed loans made outside the platform, which passed none of its states
 */
record ApplicationSummary(
    long total, long overdue, List<Stage> states, List<Cell> cells, ClaimFigures claimed) {
  /** A state with its count over all lenders and districts; every state is there. */
  record Stage(String state, String stateZh, long count) {}

  /** A lender, district and state that has any. */
  record Cell(String lender, TextView lenderName, String district, String state, long count) {
    static Cell of(Funnel.Line line, LenderNames names) {
      return new Cell(
          line.lender(),
          TextView.of(names.of(line.lender())),
          line.district(),
          line.state().name(),
          line.count());
    }
  }

  static ApplicationSummary of(Funnel funnel, ClaimFigures claimed, LenderNames names) {
    return new ApplicationSummary(
        funnel.total(),
        funnel.overdue(),
        Arrays.stream(ApplicationState.values())
            .map(state -> new Stage(state.name(), state.titleZh(), funnel.in(state)))
            .toList(),
        funnel.lines().stream().map(line -> Cell.of(line, names)).toList(),
        claimed);
  }
}
