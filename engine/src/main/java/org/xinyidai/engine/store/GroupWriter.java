package org.xinyidai.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.engine.store.StoreException.Category;

/**
 * The one thread that writes. It decides the commands that wait, one after another, and writes what
 * they all changed with one sync (group commit, 组提交); only then are their callers told.
 */
final class GroupWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);

  private final Disk disk;
  private final StoreOptions options;
  private final KnowledgeClock clock;
  private final BlockingQueue<Pending<?>> queue;
  private final Followers followers = new Followers();
  private final Pending<?> stop = new Pending<>(Act.PLATFORM, changes -> Boolean.TRUE);
  private final Thread thread;
  private boolean closed;

  GroupWriter(Disk disk, StoreOptions options, KnowledgeClock clock) {
    this.disk = disk;
    this.clock = clock;
    this.options = options;
    queue = new ArrayBlockingQueue<>(options.queueCommands());
    thread = new Thread(this::run, "store-writer");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /**
   * Completes after the sync; with EXHAUSTED at once when too many commands wait.
   *
   * @param act in whose name the audit puts the change
   */
  <R> CompletableFuture<R> submit(Act act, Command<R> command) {
    Pending<R> pending = new Pending<>(act, command);
    synchronized (this) {
      if (closed) {
        pending.future.completeExceptionally(Gate.closedStore());
      } else if (!queue.offer(pending)) {
        pending.future.completeExceptionally(
            new StoreException(
                Category.EXHAUSTED,
                "more than " + options.queueCommands() + " changes wait; try again shortly"));
      }
    }
    return pending.future;
  }

  /** Those who are told what each group changed. */
  Followers followers() {
    return followers;
  }

  /** Commands that wait to be decided and written. */
  int waiting() {
    return queue.size();
  }

  /** Takes no more commands, finishes those that wait, and ends the thread. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    boolean interrupted = false;
    while (true) {
      try {
        queue.put(stop);
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // the handles below this thread must outlive it
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    boolean running = true;
    while (running) {
      try {
        running = commitGroup(queue.take());
      } catch (InterruptedException e) {
        LOG.warn("the store's writer was interrupted; it goes on until the store is closed");
      }
    }
  }

  /** Decides, writes and acknowledges one group; false when the end has come. */
  private boolean commitGroup(Pending<?> first) {
    List<Pending<?>> group = new ArrayList<>();
    Overlay overlay = new Overlay(disk, clock.begin());
    @Nullable Pending<?> next = first;
    while (next != null && next != stop) {
      if (next.decide(overlay)) {
        group.add(next);
      }
      boolean full =
          group.size() >= options.groupCommands() || overlay.bytes() >= options.groupBytes();
      next = full ? null : queue.poll();
    }
    write(overlay, group);
    return next != stop;
  }

  private void write(Overlay overlay, List<Pending<?>> group) {
    try {
      if (!overlay.isEmpty()) {
        disk.write(overlay);
      }
      clock.end();
    } catch (RuntimeException | Error e) {
      clock.end();
      LOG.error("{} changes could not be written: {}", group.size(), e.getMessage());
      group.forEach(pending -> pending.future.completeExceptionally(e));
      return;
    }
    followers.tell(overlay);
    group.forEach(Pending::acknowledge);
    overlay.afterwards().forEach(Runnable::run);
  }

  /** A command with its caller's future. */
  private static final class Pending<R> {
    private final Act act;
    private final Command<R> command;
    private final CompletableFuture<R> future = new CompletableFuture<>();
    private @Nullable R result;

    Pending(Act act, Command<R> command) {
      this.act = act;
      this.command = command;
    }

    /** False when the command threw, which ends it alone. */
    boolean decide(Overlay overlay) {
      try {
        result = command.decide(overlay);
        AuditChain.append(overlay, act);
        overlay.keep();
        return true;
      } catch (RuntimeException | Error e) {
        overlay.drop();
        future.completeExceptionally(e);
        return false;
      }
    }

    void acknowledge() {
      future.complete(result);
    }
  }
}
