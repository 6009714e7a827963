package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.notice.Mailbox;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notices;

/** What the caller's organisation is told (通知). */
final class NoticeApi {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 500;

  private final Notices notices;
  private final Workers workers;

  /** A page, the newest first; how many are unread in all; where the next page begins. */
  record NoticeList(long unread, List<NoticeView> notices, @Nullable String next) {}

  /** One notice; {@code scoreId} is null where it speaks of no score. */
  record NoticeView(
      String id,
      String kind,
      Instant at,
      boolean read,
      String caseId,
      @Nullable String scoreId,
      TextView text) {
    static NoticeView of(Notices.Held held) {
      Notice notice = held.notice();
      return new NoticeView(
          held.id(),
          notice.kind().name(),
          notice.at(),
          held.read(),
          notice.caseId(),
          notice.scoreId().isEmpty() ? null : notice.scoreId(),
          new TextView(notice.words().zh(), notice.words().en()));
    }
  }

  /** That a notice is read now. */
  record Marked(String id, boolean read) {}

  NoticeApi(Notices notices, Workers workers) {
    this.notices = notices;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_NOTICES, "/notifications", this::list)
            .withQuery("after", "limit"),
        Endpoint.post(
            Operation.MARK_NOTICE_READ, "/notifications/{id}/read", Intake.none(), this::mark));
  }

  private Future<Answer> list(Call call) {
    Mailbox mailbox = mailbox(call);
    String after = call.query("after").orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          List<Notices.Held> page = mailbox.page(after, limit);
          return Answer.json(
              new NoticeList(
                  mailbox.unread(),
                  page.stream().map(NoticeView::of).toList(),
                  page.size() < limit ? null : page.get(limit - 1).id()));
        });
  }

  private Mailbox mailbox(Call call) {
    return new Mailbox(notices, call.access().account().boxes());
  }

  private Future<Answer> mark(Call call) {
    Mailbox mailbox = mailbox(call);
    String id = call.path("id");
    return workers.run(
        () -> {
          if (!mailbox.markRead(id)) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("id");
          }
          return Answer.json(new Marked(id, true));
        });
  }
}
