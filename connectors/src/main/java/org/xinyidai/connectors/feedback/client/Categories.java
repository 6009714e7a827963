package org.xinyidai.connectors.feedback.client;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.NodeFailure;
import org.xinyidai.connectors.feedback.NodeFailure.Category;

/** What a broken call means for the results in it (失败分类). */
final class Categories {
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private Categories() {}

  /** A call that brought no answer. */
  static NodeFailure of(String node, Throwable failure) {
    if (failure instanceof NodeFailure known) {
      return known;
    }
    if (isCausedBy(failure, SSLException.class)) {
      return failure(Category.TRY_AGAIN, "TLS", node, failure);
    }
    if (isCausedBy(failure, ConnectException.class)
        || isCausedBy(failure, UnknownHostException.class)
        || isCausedBy(failure, NoRouteToHostException.class)) {
      return failure(Category.TRY_AGAIN, "CONNECT", node, failure);
    }
    if (isCausedBy(failure, ConnectionPoolTooBusyException.class)) {
      return failure(Category.TRY_AGAIN, "BUSY", node, failure);
    }
    if (isCausedBy(failure, TimeoutException.class)) {
      return failure(Category.UNKNOWN, "TIMEOUT", node, failure);
    }
    if (isCausedBy(failure, BoundedBody.TooLong.class)) {
      return failure(Category.UNKNOWN, "ANSWER_TOO_LONG", node, failure);
    }
    return failure(Category.UNKNOWN, "BROKEN_OFF", node, failure);
  }

  /** An answer that says nothing of the batch. */
  static NodeFailure ofStatus(String node, int status) {
    boolean untouched = status == TOO_MANY || status == UNAVAILABLE;
    return new NodeFailure(
        untouched ? Category.TRY_AGAIN : Category.UNKNOWN,
        untouched ? "BUSY" : "HTTP_" + status,
        node + " answered " + status);
  }

  private static NodeFailure failure(
      Category category, String code, String node, Throwable failure) {
    return new NodeFailure(category, code, node + ": " + failure.getMessage());
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
    for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
      if (kind.isInstance(one)) {
        return true;
      }
    }
    return false;
  }
}
