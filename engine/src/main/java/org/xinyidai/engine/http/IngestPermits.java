package org.xinyidai.engine.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.xinyidai.engine.http.call.Workers;

/** Takes so many bodies of records at once and no more: each is held in memory. */
final class IngestPermits implements Handler<RoutingContext> {
  private final int permits;
  private final AtomicInteger taken = new AtomicInteger();

  IngestPermits(int permits) {
    this.permits = permits;
  }

  @Override
  public void handle(RoutingContext context) {
    if (taken.incrementAndGet() > permits) {
      taken.decrementAndGet();
      throw Workers.busy();
    }
    context.addEndHandler(done -> taken.decrementAndGet());
    context.next();
  }

  int taken() {
    return taken.get();
  }
}
