package org.xinyidai.engine.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.xinyidai.engine.http.api.NoticeApi.NoticeView;
import org.xinyidai.engine.http.call.Json;
import org.xinyidai.engine.http.call.Pages;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.notice.Mailbox;
import org.xinyidai.engine.notice.Notices;

/** One caller's stream of notices, in the form of server-sent events (WHATWG HTML, 9.2). */
final class EventStream implements Pages {
  /** A silent stream says that it lives, before anything between could close it. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /**
   * After so many answers the stream ends and the caller comes again, through the gate: who was
   * shut out meanwhile hears no more.
   */
  private static final int MOST_PAGES = 20;

  private static final int MOST_AT_ONCE = 100;
  private static final Buffer ALIVE = Buffer.buffer(": alive\n\n");
  private static final Buffer END = Buffer.buffer();

  private final Vertx vertx;
  private final Mailbox mailbox;
  private final Workers workers;
  private String last;
  private int pages;

  /** Tells what comes after the notice of an id. */
  EventStream(Vertx vertx, Mailbox mailbox, Workers workers, String from) {
    this.vertx = vertx;
    this.mailbox = mailbox;
    this.workers = workers;
    this.last = from;
  }

  @Override
  public Future<Buffer> next() {
    pages++;
    if (pages == 1) {
      return Future.succeededFuture(Buffer.buffer("retry: 1000\nid: " + last + "\n\n"));
    }
    if (pages > MOST_PAGES) {
      return Future.succeededFuture(END);
    }
    CompletableFuture<Boolean> rung = mailbox.next();
    return newer()
        .compose(
            page ->
                page.isEmpty()
                    ? woken(rung).compose(woken -> newer())
                    : Future.succeededFuture(page))
        .onComplete(done -> mailbox.stop(rung))
        .map(this::events);
  }

  private Future<List<Notices.Held>> newer() {
    return workers.run(() -> mailbox.since(last, MOST_AT_ONCE));
  }

  /** By a notice, or by the time for a sign of life. */
  private Future<Boolean> woken(CompletableFuture<Boolean> rung) {
    long timer = vertx.setTimer(HEARTBEAT.toMillis(), late -> rung.complete(false));
    return Future.fromCompletionStage(rung, vertx.getOrCreateContext())
        .onComplete(done -> vertx.cancelTimer(timer));
  }

  private Buffer events(List<Notices.Held> page) {
    if (page.isEmpty()) {
      return ALIVE;
    }
    Buffer events = Buffer.buffer();
    for (Notices.Held held : page) {
      last = held.id();
      events
          .appendString("id: " + held.id() + "\nevent: notice\ndata: ", UTF_8.name())
          .appendBuffer(Json.write(NoticeView.of(held)))
          .appendString("\n\n");
    }
    return events;
  }
}
