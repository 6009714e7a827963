package org.xinyidai.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xinyidai.engine.task.TaskStatus.State;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class TasksTest {
  private final Tasks tasks = new Tasks(InstantSource.system());

  @Test
  void a_task_under_way_ends_between_two_steps_and_is_not_interrupted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger whole = new AtomicInteger();
    AtomicBoolean interrupted = new AtomicBoolean();
    tasks.start(
        "long",
        done -> {
          for (int step = 1; ; step++) {
            // The work of a step: what is begun here is also finished here.
            begun.countDown();
            whole.set(step);
            interrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
            done.accept(step);
          }
        });
    begun.await();
    tasks.close();

    TaskStatus ended = tasks.find("long").orElseThrow();
    assertEquals(State.FAILED, ended.state());
    assertTrue(ended.message().contains("平台停止"), ended.message());
    assertEquals(whole.get() - 1, ended.done());
    assertFalse(interrupted.get());
  }

  @Test
  void tasks_that_wait_are_not_begun_any_more_and_none_is_taken() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean second = new AtomicBoolean();
    tasks.start("first", done -> uninterruptedly(begun, release));
    tasks.start(
        "second",
        done -> {
          second.set(true);
          return "";
        });
    begun.await();
    assertEquals(1, tasks.count(State.RUNNING));
    assertEquals(1, tasks.count(State.WAITING));

    Thread closer = new Thread(tasks::close);
    closer.start();
    while (closer.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    release.countDown();
    closer.join();
    assertTrue(tasks.start("third", done -> "").isEmpty());

    assertEquals(State.DONE, tasks.find("first").orElseThrow().state());
    assertEquals(State.FAILED, tasks.find("second").orElseThrow().state());
    assertFalse(second.get());
  }

  private static String uninterruptedly(CountDownLatch begun, CountDownLatch release) {
    begun.countDown();
    try {
      release.await();
      return "whole";
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
