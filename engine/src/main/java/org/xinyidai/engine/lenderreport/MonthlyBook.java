package org.xinyidai.engine.lenderreport;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.lending.ApplicationMark;
import org.xinyidai.engine.lending.Applications;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.Term;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState.Phase;
import org.xinyidai.models.financing.application.Contract;

/**
 * Which lender filed which month, and what a file leaves out (机构月报台账). A month is due on the 4th of
 * the next one (C6) from every lender that has loans of the platform by its end.
 */
public final class MonthlyBook {
  private static final int PAGE = 500;

  private final CaseBook<ReportBatch> batches;
  private final Loans loans;

  MonthlyBook(CaseBook<ReportBatch> batches, Loans loans) {
    this.batches = batches;
    this.loans = loans;
  }

  /**
   * A month's file that a lender owes or owed.
   *
   * @param loans how many loans of the platform it had by the end of the month
   * @param batch of the last file; null while there is none
   */
  public record Duty(
      String lender, YearMonth month, long loans, LocalDate dueOn, @Nullable String batch) {
    /** Whether nothing came by a day behind the deadline. */
    public boolean missing(LocalDate today) {
      return batch == null && today.isAfter(dueOn);
    }
  }

  void filed(Changes changes, String lender, YearMonth month, String batch) {
    batches.name(changes, name(lender, month), batch);
  }

  /** The last file of a lender for a month. */
  public Optional<ReportBatch> file(String lender, YearMonth month) {
    return batches.named(name(lender, month)).flatMap(batches::find);
  }

  /** The duties of all lenders for a month, by their names. */
  public List<Duty> duties(YearMonth month, WorkingCalendar calendar) {
    Map<String, Long> counts = new TreeMap<>();
    String after = "";
    do {
      Applications.Page page = loans.applications().all(MonthlyBook::isLent, after, PAGE);
      page.applications().stream()
          .filter(one -> isSignedBy(one, month))
          .forEach(one -> counts.merge(one.filing().target().lender(), 1L, Long::sum));
      after = page.next() == null ? "" : page.next();
    } while (!after.isEmpty());
    Deadline due = Term.MONTHLY_REPORT.deadline(month.atDay(1), calendar);
    LocalDate on = due instanceof Deadline.On known ? known.day() : month.plusMonths(1).atDay(1);
    return counts.entrySet().stream()
        .map(
            one ->
                new Duty(
                    one.getKey(),
                    month,
                    one.getValue(),
                    on,
                    batches.named(name(one.getKey(), month)).orElse(null)))
        .toList();
  }

  /** Applications with a contract by the end of a month that a file does not name. */
  List<Application> leftOut(String lender, YearMonth month, Set<String> named) {
    List<Application> missing = new ArrayList<>();
    Predicate<ApplicationMark> lent = mark -> mark.lender().equals(lender) && isLent(mark);
    String after = "";
    do {
      Applications.Page page = loans.applications().of(lender, lent, after, PAGE);
      page.applications().stream()
          .filter(one -> isSignedBy(one, month) && !named.contains(one.id().value()))
          .forEach(missing::add);
      after = page.next() == null ? "" : page.next();
    } while (!after.isEmpty());
    return missing;
  }

  private static boolean isLent(ApplicationMark mark) {
    return mark.state().phase() == Phase.BORROWING;
  }

  private static boolean isSignedBy(Application application, YearMonth month) {
    Contract contract = application.contract();
    return contract != null && !contract.signedOn().isAfter(month.atEndOfMonth());
  }

  private static String name(String lender, YearMonth month) {
    return month + " " + lender;
  }
}
