package org.xinyidai.engine.ingest;

import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Row;

/**
 * What looks after deliveries (入库后处理): told of accepted rows of the feeds that it watches, and of a
 * batch when its last row is durable. Called on the threads that take deliveries, so from many.
 */
public interface Aftercare {
  /** Nothing looks after them. */
  Aftercare NONE = new Aftercare() {};

  /** Whether rows of a feed are to be told; asked once a chunk. */
  default boolean watches(Feed<?> feed) {
    return false;
  }

  /** A sound row of a watched feed, about to become durable. */
  default void accepted(Feed<?> feed, Row row) {}

  /** A batch is finished and durable; not told of one that was finished before. */
  default void finished(Receipt receipt) {}
}
