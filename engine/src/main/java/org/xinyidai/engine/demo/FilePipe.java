package org.xinyidai.engine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A file on its way from the thread that writes it to the one that reads it (文件管道), never whole in
 * memory. Whoever closes the reading end first lets the writer run on into nothing.
 */
final class FilePipe {
  /** Chunks of 64 KiB or so that may wait: the threads seldom wait for each other, for 4 MiB. */
  private static final int CHUNKS = 64;

  private static final byte[] END = new byte[0];
  private static final long LOOK_AGAIN_MS = 50;

  private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
  private volatile boolean unread;

  /** The end that is written; it must be closed, also when writing fails. */
  OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        put(new byte[] {(byte) one});
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
          byte[] chunk = new byte[length];
          System.arraycopy(bytes, offset, chunk, 0, length);
          put(chunk);
        }
      }

      @Override
      public void close() throws IOException {
        put(END);
      }
    };
  }

  /** The end that is read. */
  InputStream in() {
    return new Reading();
  }

  private void put(byte[] chunk) throws IOException {
    try {
      while (!unread && !chunks.offer(chunk, LOOK_AGAIN_MS, TimeUnit.MILLISECONDS)) {
        // The reader is behind; look whether it is still there.
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while a simulated file was on its way");
  }

  private final class Reading extends InputStream {
    private byte[] chunk = END;
    private int at;
    private boolean ended;

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (ended || length == 0) {
        return ended ? -1 : 0;
      }
      if (at == chunk.length) {
        try {
          chunk = chunks.take();
        } catch (InterruptedException e) {
          throw interrupted();
        }
        at = 0;
        ended = chunk.length == 0;
        if (ended) {
          return -1;
        }
      }
      int count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, into, offset, count);
      at += count;
      return count;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public void close() {
      unread = true;
      chunks.clear();
    }
  }
}
