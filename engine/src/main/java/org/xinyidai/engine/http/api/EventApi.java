package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.notice.Mailbox;
import org.xinyidai.engine.notice.Notices;

/**
 * What the caller's organisation is told, as it happens (实时推送): server-sent events, each a notice.
 * A stream that broke goes on after the last event that came, by its id; one that had no event yet
 * goes on from where it began, for it was told that place.
 */
final class EventApi {
  /** Streams that may be open: each waits in memory and holds a connection. */
  private static final int MOST_STREAMS = 1_000;

  private final Notices notices;
  private final Workers workers;
  private final AtomicInteger open = new AtomicInteger();

  EventApi(Notices notices, Workers workers) {
    this.notices = notices;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_EVENTS, "/events", this::events)
            .producing(MediaTypes.EVENT_STREAM));
  }

  private Future<Answer> events(Call call) {
    if (open.incrementAndGet() > MOST_STREAMS) {
      open.decrementAndGet();
      return Future.failedFuture(Workers.busy());
    }
    call.whenEnded(open::decrementAndGet);
    Mailbox mailbox = new Mailbox(notices, call.access().account().boxes());
    String last = call.header("Last-Event-ID").filter(Mailbox::isId).orElse("");
    return workers
        .run(() -> last.isEmpty() ? mailbox.end() : last)
        .map(
            from ->
                Answer.pages(
                    MediaTypes.EVENT_STREAM,
                    new EventStream(Vertx.currentContext().owner(), mailbox, workers, from)));
  }
}
