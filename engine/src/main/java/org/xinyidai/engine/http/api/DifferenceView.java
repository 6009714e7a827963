package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.lenderreport.DifferenceTask;

/** A difference as a task (对账差异); {@code application} is null where there is none. */
record DifferenceView(
    String id,
    String lender,
    String uscc,
    @Nullable String application,
    String line,
    String report,
    String state,
    String stateZh,
    Instant openedAt,
    LenderReportView.Differing difference,
    List<DifferenceTask.Said> said) {

  /** A page, the newest first. */
  record Listed(List<DifferenceView> differences, @Nullable String next) {
    static Listed of(CaseBook.Page<DifferenceTask> page) {
      return new Listed(page.entries().stream().map(DifferenceView::of).toList(), page.next());
    }
  }

  static DifferenceView of(DifferenceTask task) {
    return new DifferenceView(
        task.id(),
        task.lender(),
        task.uscc(),
        task.application(),
        task.line(),
        task.batch(),
        task.state().name(),
        task.state().titleZh(),
        task.openedAt(),
        LenderReportView.Differing.of(task.difference()),
        task.said());
  }
}
