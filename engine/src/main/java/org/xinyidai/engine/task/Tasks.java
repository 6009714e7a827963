package org.xinyidai.engine.task;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.task.TaskStatus.State;

/**
 * Work over the whole store that runs beside the requests, one task after the other, so that it
 * takes one processor and no more. A task of the same name is not started twice. What a task came
 * to is told until some more have been; its results are in the store.
 */
public final class Tasks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

  /** Statuses that are remembered: a day's work of an office. */
  private static final int REMEMBERED = 64;

  /** Tasks that may wait: more would be begun long after anyone wanted them. */
  private static final int MOST_WAITING = 8;

  private static final long PATIENCE_SECONDS = 30;

  private final InstantSource clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "tasks");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, TaskStatus> statuses = new LinkedHashMap<>();
  private volatile boolean closing;

  public Tasks(InstantSource clock) {
    this.clock = clock;
  }

  /** What a task does; it tells now and then what is done, and at the end what came out. */
  @FunctionalInterface
  public interface Work {
    String run(LongConsumer done);
  }

  /**
   * Starts a task, or finds the one of this name that waits or runs.
   *
   * @return empty when too many wait
   */
  public synchronized Optional<TaskStatus> start(String id, Work work) {
    TaskStatus known = statuses.get(id);
    if (known != null && !known.state().isOver()) {
      return Optional.of(known);
    }
    long waiting = statuses.values().stream().filter(s -> s.state() == State.WAITING).count();
    if (waiting >= MOST_WAITING || closing) {
      return Optional.empty();
    }
    TaskStatus fresh = new TaskStatus(id, State.WAITING, 0, clock.instant(), null, "");
    statuses.remove(id);
    statuses.put(id, fresh);
    forget();
    Act asker = Act.current().orElse(Act.PLATFORM);
    worker.execute(asker.bound(() -> run(fresh, work)));
    return Optional.of(fresh);
  }

  /** How far the task of a name has come; empty where none is remembered. */
  public synchronized Optional<TaskStatus> find(String id) {
    return Optional.ofNullable(statuses.get(id));
  }

  /** How many tasks stand in this state, among those that are remembered. */
  public synchronized long count(State state) {
    return statuses.values().stream().filter(status -> status.state() == state).count();
  }

  /**
   * Lets the task under way stop at its next step, between two writes, and begins none of those
   * that wait; harmless twice. A thread is interrupted only when it takes no step for long, for an
   * interrupt breaks open files.
   */
  @Override
  public void close() {
    closing = true;
    worker.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a task took no step for {} s and is interrupted", PATIENCE_SECONDS);
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(TaskStatus task, Work work) {
    put(new TaskStatus(task.id(), State.RUNNING, 0, task.startedAt(), null, ""));
    long[] done = {0};
    try {
      stopIfClosing();
      String message =
          work.run(
              steps -> {
                stopIfClosing();
                done[0] = steps;
                put(new TaskStatus(task.id(), State.RUNNING, steps, task.startedAt(), null, ""));
              });
      end(task, State.DONE, done[0], message);
    } catch (CancellationException e) {
      LOG.info("task {} stopped after {} steps: the platform is being closed", task.id(), done[0]);
      end(task, State.FAILED, done[0], "平台停止，任务中断；已完成的部分不会丢失，重启后请再次发起");
    } catch (RuntimeException e) {
      LOG.error("task {} failed", task.id(), e);
      end(task, State.FAILED, done[0], "任务失败，请查看日志后重试；已完成的部分不会丢失");
    }
  }

  private void stopIfClosing() {
    if (closing) {
      throw new CancellationException("the platform is being closed");
    }
  }

  private void end(TaskStatus task, State state, long done, String message) {
    put(new TaskStatus(task.id(), state, done, task.startedAt(), clock.instant(), message));
  }

  private synchronized void put(TaskStatus status) {
    statuses.put(status.id(), status);
  }

  private void forget() {
    var eldest = statuses.values().iterator();
    while (statuses.size() > REMEMBERED && eldest.hasNext()) {
      if (eldest.next().state().isOver()) {
        eldest.remove();
      }
    }
  }
}
