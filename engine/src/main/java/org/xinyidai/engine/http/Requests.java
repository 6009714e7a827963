package org.xinyidai.engine.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.xinyidai.engine.identity.RandomId;

/**
 * Gives each request an id (请求编号) that stands in its answer, its problem document and its log line.
 * A caller's own id is kept where it is a UUID: anything freer could name somebody.
 */
final class Requests implements Handler<RoutingContext> {
  static final String HEADER = "X-Request-Id";

  private static final String KEY = "xinyidai.request";
  private static final Pattern HARMLESS =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int START_BYTES = 6;

  private final String start;
  private final AtomicLong count = new AtomicLong();

  /** Ids of this run begin alike and differ from those of other runs. */
  Requests(SecureRandom random) {
    this.start = RandomId.digits(random, START_BYTES) + "-";
  }

  @Override
  public void handle(RoutingContext context) {
    String given = context.request().getHeader(HEADER);
    String id = given != null && HARMLESS.matcher(given).matches() ? given : next();
    context.put(KEY, id);
    context.response().putHeader(HEADER, id);
    context.next();
  }

  String next() {
    return start + count.incrementAndGet();
  }

  /** The id of a request that came through here. */
  static String idOf(RoutingContext context) {
    String id = context.get(KEY);
    return id == null ? "" : id;
  }
}
