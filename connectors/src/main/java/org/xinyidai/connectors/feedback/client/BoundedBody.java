package org.xinyidai.connectors.feedback.client;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer in memory, up to a bound (有限应答体): a stranger at the node's address must not
 * fill the memory.
 */
final class BoundedBody implements BodyCodec<Buffer> {
  private final int mostBytes;

  BoundedBody(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The answer is longer than any that is published. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(int mostBytes) {
      super("the answer has more than " + mostBytes + " bytes");
    }
  }

  @Override
  public BodyStream<Buffer> stream() {
    return new Gathered(mostBytes);
  }

  private static final class Gathered implements BodyStream<Buffer> {
    private final int mostBytes;
    private final Promise<Buffer> whole = Promise.promise();
    private final Buffer bytes = Buffer.buffer();

    Gathered(int mostBytes) {
      this.mostBytes = mostBytes;
    }

    @Override
    public Future<Buffer> result() {
      return whole.future();
    }

    @Override
    public void handle(Throwable failure) {
      whole.tryFail(failure);
    }

    @Override
    public Future<Void> write(Buffer part) {
      if (bytes.length() + part.length() > mostBytes) {
        TooLong failure = new TooLong(mostBytes);
        whole.tryFail(failure);
        return Future.failedFuture(failure);
      }
      bytes.appendBuffer(part);
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> end() {
      whole.tryComplete(bytes);
      return Future.succeededFuture();
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
      return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
      return this;
    }

    @Override
    public boolean writeQueueFull() {
      return false;
    }

    @Override
    public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
      return this;
    }
  }
}
