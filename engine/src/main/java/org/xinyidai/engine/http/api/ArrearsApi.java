package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.arrears.ArrearsDesk;
import org.xinyidai.engine.arrears.ArrearsDesk.Sending;
import org.xinyidai.engine.arrears.ArrearsDesk.Standing;
import org.xinyidai.engine.arrears.ArrearsNotice;
import org.xinyidai.engine.arrears.Matter;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.store.Command;

/** Who is behind, and the notices of it (督促通知). Requirement G4. */
final class ArrearsApi {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private static final int LONGEST_NOTE = 500;

  private final Backend backend;
  private final ArrearsDesk desk;
  private final int maxBytes;
  private final Workers workers;

  /** What is sent: matters by key, or none for all that are due. */
  record Posted(@Nullable List<@Nullable String> matters, @Nullable String note) {}

  /** One thing in which somebody is behind. */
  record MatterView(
      String key,
      String organisation,
      String rule,
      String ruleZh,
      String requirement,
      LocalDate since,
      String detail) {
    static MatterView of(Matter matter) {
      return new MatterView(
          matter.key(),
          matter.organisation(),
          matter.rule().name(),
          matter.rule().titleZh(),
          matter.rule().requirement(),
          matter.since(),
          matter.detail());
    }
  }

  /** A matter with the level that was sent last and the one that is next. */
  record StandingView(
      MatterView matter,
      @Nullable String sent,
      @Nullable String next,
      @Nullable LocalDate from,
      boolean due) {
    static StandingView of(Standing one, LocalDate today) {
      return new StandingView(
          MatterView.of(one.matter()),
          one.sent() == null ? null : one.sent().name(),
          one.next() == null ? null : one.next().name(),
          one.from(),
          one.isDue(today));
    }
  }

  /** A notice that was sent; {@code acknowledgedAt} is null until its recipient has seen it. */
  record NoticeView(
      String id,
      MatterView matter,
      String level,
      String levelZh,
      String by,
      String note,
      Instant at,
      @Nullable Instant acknowledgedAt) {
    static NoticeView of(ArrearsNotice notice) {
      return new NoticeView(
          notice.id(),
          MatterView.of(notice.matter()),
          notice.level().name(),
          notice.level().titleZh(),
          notice.by(),
          notice.note(),
          notice.openedAt(),
          notice.acknowledgedAt());
    }
  }

  /** The dry list. */
  record Standings(LocalDate day, List<StandingView> matters) {}

  /** Notices, the newest first. */
  record Sent(List<NoticeView> notices, @Nullable String next) {}

  ArrearsApi(Backend backend, ArrearsDesk desk, int maxBytes, Workers workers) {
    this.backend = backend;
    this.desk = desk;
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_ARREARS, "/arrears", this::list),
        Endpoint.post(
            Operation.POST_ARREARS_NOTICE, "/arrears/notices", Intake.json(maxBytes), this::send),
        Endpoint.get(Operation.LIST_ARREARS_NOTICES, "/arrears/notices", this::notices)
            .withQuery("after", "limit"),
        Endpoint.post(
            Operation.ACKNOWLEDGE_ARREARS_NOTICE,
            "/arrears/notices/{id}/acknowledgement",
            Intake.none(),
            this::acknowledge));
  }

  private Future<Answer> list(Call call) {
    LocalDate today = backend.loans().today();
    return workers.run(
        () ->
            Answer.json(
                new Standings(
                    today,
                    desk.list(today).stream().map(one -> StandingView.of(one, today)).toList())));
  }

  private Future<Answer> send(Call call) {
    Posted posted = call.json(Posted.class);
    String note = posted.note() == null ? "" : posted.note().strip();
    if (note.length() > LONGEST_NOTE) {
      throw Refusal.invalid(
          "note", "不超过" + LONGEST_NOTE + "字", "at most " + LONGEST_NOTE + " characters");
    }
    Set<String> wanted = new HashSet<>();
    if (posted.matters() != null) {
      posted.matters().stream().filter(Objects::nonNull).forEach(wanted::add);
    }
    Sending sending =
        new Sending(wanted, call.access().account().organisation(), note, backend.loans().today());
    return workers.run(
        () -> {
          List<Standing> due = desk.due(sending);
          Command<Answer> change =
              changes ->
                  Answer.json(
                      new Sent(
                          desk.send(changes, due, sending).stream().map(NoticeView::of).toList(),
                          null));
          return backend
              .platform()
              .store()
              .execute(OncePerKey.of(call, Operation.POST_ARREARS_NOTICE, change));
        });
  }

  private Future<Answer> notices(Call call) {
    Access access = call.access();
    Predicate<ArrearsNotice> all = one -> true;
    String after = call.query("after").orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          CaseBook.Page<ArrearsNotice> page = desk.book().page(access, all, after, limit);
          return Answer.json(
              new Sent(page.entries().stream().map(NoticeView::of).toList(), page.next()));
        });
  }

  private Future<Answer> acknowledge(Call call) {
    String id = call.path("id");
    Account account = call.access().account();
    return workers.run(
        () -> {
          boolean own =
              desk.book()
                  .find(id)
                  .filter(one -> one.matter().organisation().equals(account.organisation()))
                  .isPresent();
          if (!own) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("id");
          }
          Command<Answer> change =
              changes -> Answer.json(NoticeView.of(desk.acknowledge(changes, id, account.id())));
          return backend
              .platform()
              .store()
              .execute(OncePerKey.of(call, Operation.ACKNOWLEDGE_ARREARS_NOTICE, change));
        });
  }
}
