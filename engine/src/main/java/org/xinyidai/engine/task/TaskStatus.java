package org.xinyidai.engine.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a task has come (任务进度).
 *
 * @param done units of its own, such as enterprises
 * @param message what it came to, or what went wrong; empty while it runs
 */
public record TaskStatus(
    String id,
    State state,
    long done,
    Instant startedAt,
    @Nullable Instant endedAt,
    String message) {

  /** Where a task stands. */
  public enum State {
    WAITING("等待"),
    RUNNING("进行中"),
    DONE("完成"),
    FAILED("失败");

    private final String titleZh;

    State(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }

    boolean isOver() {
      return this == DONE || this == FAILED;
    }
  }
}
