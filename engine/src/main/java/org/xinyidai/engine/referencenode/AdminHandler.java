package org.xinyidai.engine.referencenode;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells the node how to fail (故障控制), for callers on its own machine alone. */
final class AdminHandler {
  private final BatchHandler batches;

  AdminHandler(BatchHandler batches) {
    this.batches = batches;
  }

  void onlyFromHere(RoutingContext call) {
    if (isLoopback(call.request().remoteAddress())) {
      call.next();
    } else {
      Replies.plain(call, Replies.FORBIDDEN, "only from the machine of the node");
    }
  }

  private static boolean isLoopback(SocketAddress from) {
    try {
      String host = from.hostAddress();
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  void show(RoutingContext call) {
    Replies.json(call, batches.plan().json());
  }

  void plan(RoutingContext call) {
    try {
      byte[] body = call.body().buffer() == null ? new byte[0] : call.body().buffer().getBytes();
      batches.follow(FailurePlan.of(body));
      show(call);
    } catch (IllegalArgumentException e) {
      Replies.plain(call, Replies.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  void restart(RoutingContext call) {
    batches
        .restart()
        .onSuccess(done -> Replies.plain(call, 200, "restarted"))
        .onFailure(failure -> Replies.broken(call, failure));
  }
}
