package org.xinyidai.engine.http.call;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** A long body, a page at a time. The next is asked for when the one before was written. */
@FunctionalInterface
public interface Pages {
  /** The next page, empty at the end. */
  Future<Buffer> next();
}
