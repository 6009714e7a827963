package org.xinyidai.engine.arrears;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.casebook.Book;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.lenderreport.LenderReports;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notice.Words;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.WorkingCalendar;

/** Lists who is behind and sends the notices of it (督促通知台). G4. */
public final class ArrearsDesk {
  /** Notices of one sending: more at once nobody has looked over. */
  public static final int MOST_AT_ONCE = 500;

  private final Store store;
  private final CaseBook<ArrearsNotice> book;
  private final SourceArrears sources;
  private final LenderArrears lenders;
  private final Notices notices;
  private final WorkingCalendar calendar;

  private ArrearsDesk(Platform platform, Loans loans, LenderReports reports) {
    this.store = platform.store();
    this.book = new CaseBook<>(store, Book.ARREARS_NOTICES, ArrearsNotice.class);
    this.sources = new SourceArrears(new Ledger(store));
    this.lenders = new LenderArrears(loans, reports);
    this.notices = platform.notices();
    this.calendar = loans.calendar();
  }

  /** The desk of a platform. */
  public static ArrearsDesk of(Platform platform, Loans loans, Accounts accounts) {
    return new ArrearsDesk(platform, loans, LenderReports.of(platform, loans, accounts));
  }

  /**
   * A matter and how far its notices have come.
   *
   * @param sent the last level that was sent; null before the first
   * @param next the level that is next; null where all were sent
   * @param from the first day on which that may be sent; null where it may not, or no calendar
   *     tells
   */
  public record Standing(
      Matter matter,
      @Nullable ArrearsLevel sent,
      @Nullable ArrearsLevel next,
      @Nullable LocalDate from) {
    /** Whether a notice can be sent on a day. */
    public boolean isDue(LocalDate today) {
      return next != null && from != null && !from.isAfter(today);
    }
  }

  public CaseBook<ArrearsNotice> book() {
    return book;
  }

  /** Who is behind on a day, by organisation; sends nothing. */
  public List<Standing> list(LocalDate today) {
    List<Matter> matters = new ArrayList<>(sources.on(today));
    matters.addAll(lenders.on(today));
    matters.sort(
        Comparator.comparing(Matter::organisation)
            .thenComparing(Matter::rule)
            .thenComparing(Matter::subject));
    return matters.stream().map(matter -> standing(matter, today)).toList();
  }

  private Standing standing(Matter matter, LocalDate today) {
    ArrearsNotice last = null;
    for (ArrearsLevel level : ArrearsLevel.values()) {
      last = book.named(name(matter, level)).flatMap(book::find).orElse(last);
    }
    if (last == null) {
      return new Standing(matter, null, ArrearsLevel.REMINDER, today);
    }
    ArrearsLevel sent = last.level();
    Deadline from = calendar.afterWorkingDays(last.sentOn(), ArrearsLevel.DAYS_BETWEEN);
    return new Standing(
        matter, sent, sent.next().orElse(null), from instanceof Deadline.On on ? on.day() : null);
  }

  /**
   * Who sends notices of what.
   *
   * @param wanted keys of matters; empty for all that are due
   * @param by office
   */
  public record Sending(Set<String> wanted, String by, String note, LocalDate today) {
    public Sending {
      wanted = Set.copyOf(wanted);
    }
  }

  /** The matters of a sending that are due; reads the store. */
  public List<Standing> due(Sending sending) {
    Predicate<Standing> wanted =
        one -> sending.wanted().isEmpty() || sending.wanted().contains(one.matter().key());
    return list(sending.today()).stream()
        .filter(wanted)
        .filter(one -> one.isDue(sending.today()))
        .limit(MOST_AT_ONCE)
        .toList();
  }

  /** Sends the next notice of each matter, as a part of a larger change; each level once. */
  public List<ArrearsNotice> send(Changes changes, List<Standing> due, Sending sending) {
    List<ArrearsNotice> sent = new ArrayList<>();
    for (Standing one : due) {
      ArrearsLevel level = one.next();
      if (level != null && book.named(changes, name(one.matter(), level)).isEmpty()) {
        sent.add(send(changes, one.matter(), level, sending));
      }
    }
    return sent;
  }

  private ArrearsNotice send(Changes changes, Matter matter, ArrearsLevel level, Sending sending) {
    Instant now = changes.instant();
    String id = matter.key() + "-" + level.name().toLowerCase(Locale.ROOT);
    ArrearsNotice notice =
        new ArrearsNotice(
            id, matter, level, sending.by(), sending.note(), sending.today(), now, null, "");
    book.name(changes, name(matter, level), id);
    Words words =
        new Words(
            "【%s】%s（依据：%s，自%s起）%s"
                .formatted(
                    level.titleZh(),
                    matter.detail(),
                    matter.rule().titleZh(),
                    matter.since(),
                    sending.note()),
            "%s: %s, behind since %s (%s) %s"
                .formatted(level, matter.rule(), matter.since(), matter.subject(), sending.note()));
    notices.put(
        changes, new Notice(matter.organisation(), Notice.Kind.ARREARS, now, id, "", words));
    return book.put(changes, notice);
  }

  /** The recipient acknowledges a notice; the first time counts. */
  public ArrearsNotice acknowledge(Changes changes, String id, String account) {
    ArrearsNotice held = book.find(changes, id).orElseThrow();
    return held.acknowledgedAt() != null
        ? held
        : book.put(changes, held.acknowledged(changes.instant(), account));
  }

  /** Sends at once, for the operator's terminal; durable. */
  public List<ArrearsNotice> send(Sending sending) {
    List<Standing> due = due(sending);
    return store.execute(changes -> send(changes, due, sending));
  }

  private static String name(Matter matter, ArrearsLevel level) {
    return matter.key() + " " + level;
  }
}
