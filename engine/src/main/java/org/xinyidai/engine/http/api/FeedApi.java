package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.models.record.Feeds;

/** The catalogue of feeds: what may be sent, in which columns. */
final class FeedApi {
  private final Answer catalogue;

  /** The answer with its one member. */
  record FeedList(List<FeedView> feeds) {}

  FeedApi() {
    catalogue = Answer.json(new FeedList(Feeds.KNOWN.stream().map(FeedView::of).toList()));
  }

  List<Endpoint> endpoints() {
    return List.of(Endpoint.get(Operation.LIST_FEEDS, "/feeds", this::feeds));
  }

  private Future<Answer> feeds(Call call) {
    return Future.succeededFuture(catalogue);
  }
}
