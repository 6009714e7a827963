package org.xinyidai.engine.arrears;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.engine.lenderreport.DifferenceTask;
import org.xinyidai.engine.lenderreport.LenderReports;
import org.xinyidai.engine.lenderreport.MonthlyBook.Duty;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.calendar.Deadline;

/** In what lenders are behind on a day (金融机构落后事项). */
final class LenderArrears {
  /** The term of an application (B4). */
  private static final int DIFFERENCE_DAYS = 10;

  private final Loans loans;
  private final LenderReports reports;

  LenderArrears(Loans loans, LenderReports reports) {
    this.loans = loans;
    this.reports = reports;
  }

  List<Matter> on(LocalDate today) {
    List<Matter> matters = new ArrayList<>();
    loans
        .applications()
        .forEach(
            mark -> {
              LocalDate due = mark.dueOn();
              if (due != null && mark.overdue(today)) {
                matters.add(
                    new Matter(
                        mark.lender(),
                        ArrearsRule.LENDER_APPLICATION_LATE,
                        mark.id(),
                        due.plusDays(1),
                        "融资申请 %s 应于%s前办结".formatted(mark.id(), due)));
              }
            });
    YearMonth last = YearMonth.from(today).minusMonths(1);
    for (Duty duty : reports.monthly().duties(last, loans.calendar())) {
      if (duty.missing(today)) {
        matters.add(
            new Matter(
                duty.lender(),
                ArrearsRule.LENDER_FILE_MISSING,
                last.toString(),
                duty.dueOn().plusDays(1),
                "%s 月报未报，在贷%d笔".formatted(last, duty.loans())));
      }
    }
    reports.differences().book().forEach(task -> difference(matters, task, today));
    return matters;
  }

  private void difference(List<Matter> matters, DifferenceTask task, LocalDate today) {
    LocalDate opened = ChinaTime.dayOf(task.openedAt());
    Deadline due = loans.calendar().afterWorkingDays(opened, DIFFERENCE_DAYS);
    boolean late = due.judge(today) == Deadline.Timeliness.LATE;
    if (task.state() == DifferenceTask.State.OPEN && late && due instanceof Deadline.On on) {
      matters.add(
          new Matter(
              task.lender(),
              ArrearsRule.LENDER_DIFFERENCE_OPEN,
              task.id(),
              on.day().plusDays(1),
              task.difference().words().zh()));
    }
  }
}
