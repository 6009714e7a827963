package org.xinyidai.engine.cli;

import java.util.concurrent.CountDownLatch;

/**
 * The end of a process that serves until it is told to stop (停机信号). The process lives on until what
 * it had open is closed: a store that is cut off mid-way must be recovered at the next start.
 */
final class ProcessEnd {
  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** From here on a signal to end is heard, by a thread of this name. */
  void watch(String thread) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, thread));
  }

  /** Waits until the process is told to end. */
  void await() throws InterruptedException {
    told.await();
  }

  /** All is closed: the process may go. */
  void done() {
    ended.countDown();
  }

  private void end() {
    told.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
