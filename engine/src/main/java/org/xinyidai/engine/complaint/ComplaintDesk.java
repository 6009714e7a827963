package org.xinyidai.engine.complaint;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.xinyidai.engine.casebook.Book;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notice.Words;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.complaint.Complaint;
import org.xinyidai.models.complaint.Complaint.Taken;
import org.xinyidai.models.complaint.ComplaintRates;

/** Files complaints, takes their steps and watches their clocks (投诉办理台). D5. */
public final class ComplaintDesk {
  private static final Act ACT = new Act("platform", "platform", "", "tendComplaints", "");

  private final Store store;
  private final CaseBook<HeldComplaint> book;
  private final Notices notices;
  private final Accounts accounts;
  private final WorkingCalendar calendar;

  private ComplaintDesk(Platform platform, Accounts accounts, WorkingCalendar calendar) {
    this.store = platform.store();
    this.book = new CaseBook<>(store, Book.COMPLAINTS, HeldComplaint.class);
    this.notices = platform.notices();
    this.accounts = accounts;
    this.calendar = calendar;
  }

  /** The desk of a platform. */
  public static ComplaintDesk of(Platform platform, Loans loans, Accounts accounts) {
    return new ComplaintDesk(platform, accounts, loans.calendar());
  }

  public CaseBook<HeldComplaint> book() {
    return book;
  }

  /** The offices that will be told, asked before a change. */
  public List<String> offices() {
    return accounts.offices();
  }

  /** Files a complaint and tells the office, as a part of a larger change. */
  public Complaint file(Changes changes, Complaint complaint, List<String> toOffices) {
    Words words =
        new Words(
            "收到投诉 %s（%s，%s），请在2个工作日内受理交办"
                .formatted(
                    complaint.id(), complaint.channel().titleZh(), complaint.category().titleZh()),
            "Complaint %s came in: take it on within 2 working days".formatted(complaint.id()));
    toOffices.forEach(one -> tell(changes, one, complaint, words));
    return put(changes, complaint);
  }

  /**
   * Takes a step and tells the other parties.
   *
   * @throws ComplaintRefused when it cannot be taken
   */
  public Complaint step(Changes changes, String id, Taken wish, List<String> toOffices) {
    Complaint held = book.find(changes, id).orElseThrow().complaint();
    held.obstacle(wish)
        .ifPresent(
            why -> {
              throw new ComplaintRefused(why);
            });
    Complaint after = held.after(wish);
    Words words =
        new Words(
            "投诉 %s：%s，现为“%s”。%s"
                .formatted(id, wish.step().titleZh(), after.state().titleZh(), wish.note()),
            "Complaint %s: %s; it is %s. %s"
                .formatted(id, wish.step().code(), after.state(), wish.note()));
    Set<String> audience = new LinkedHashSet<>(toOffices);
    audience.add(after.complainant());
    if (after.assignee() != null) {
      audience.add(after.assignee());
    }
    audience.remove(wish.organisation());
    audience.forEach(one -> tell(changes, one, after, words));
    return put(changes, after);
  }

  /** Brings what is late before the office and whoever owes the answer, each once; durable. */
  public int escalate(LocalDate today) {
    List<String> offices = offices();
    List<String> late = new ArrayList<>();
    book.forEach(
        held -> {
          if (isDue(held.complaint(), today)) {
            late.add(held.id());
          }
        });
    for (String id : late) {
      ACT.during(() -> store.execute(changes -> escalate(changes, id, today, offices)));
    }
    return late.size();
  }

  private Complaint escalate(Changes changes, String id, LocalDate today, List<String> toOffices) {
    Complaint held = book.find(changes, id).orElseThrow().complaint();
    if (!isDue(held, today)) {
      return held;
    }
    Words words =
        new Words(
            "投诉 %s 已超过办理时限，现为“%s”，请督促办理".formatted(id, held.state().titleZh()),
            "Complaint %s is past its term and still %s".formatted(id, held.state()));
    Set<String> audience = new LinkedHashSet<>(toOffices);
    if (held.assignee() != null) {
      audience.add(held.assignee());
    }
    audience.forEach(one -> tell(changes, one, held, words));
    return put(changes, held.escalated(today));
  }

  private boolean isDue(Complaint complaint, LocalDate today) {
    return complaint.escalatedOn() == null && complaint.overdue(today, calendar);
  }

  /** The rates of complaints that came in a month and pass a filter. */
  public ComplaintRates rates(YearMonth month, LocalDate today, Predicate<Complaint> filter) {
    List<Complaint> found = new ArrayList<>();
    book.forEach(
        held -> {
          Complaint one = held.complaint();
          if (YearMonth.from(one.filedOn()).equals(month) && filter.test(one)) {
            found.add(one);
          }
        });
    return ComplaintRates.of(found, today, calendar);
  }

  private Complaint put(Changes changes, Complaint complaint) {
    book.put(changes, new HeldComplaint(complaint));
    return complaint;
  }

  private void tell(Changes changes, String organisation, Complaint complaint, Words words) {
    notices.put(
        changes,
        new Notice(
            organisation, Notice.Kind.COMPLAINT, changes.instant(), complaint.id(), "", words));
  }
}
