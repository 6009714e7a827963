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

  /** This one first, the next one after it. */
  default Aftercare then(Aftercare next) {
    Aftercare first = this;
    return new Aftercare() {
      @Override
      public boolean watches(Feed<?> feed) {
        return first.watches(feed) || next.watches(feed);
      }

      @Override
      public void accepted(Feed<?> feed, Row row) {
        first.accepted(feed, row);
        next.accepted(feed, row);
      }

      @Override
      public void finished(Receipt receipt) {
        first.finished(receipt);
        next.finished(receipt);
      }
    };
  }

  /** Whether rows of a feed are to be told; asked once a chunk. */
  default boolean watches(Feed<?> feed) {
    return false;
  }

  /** A sound row of a watched feed, about to become durable. */
  default void accepted(Feed<?> feed, Row row) {}

  /** A batch is finished and durable; not told of one that was finished before. */
  default void finished(Receipt receipt) {}
}
