package org.xinyidai.engine.http.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.task.TaskStatus;
import org.xinyidai.engine.task.Tasks;

/** A task as the API shows it (任务). */
record TaskView(
    String id,
    String state,
    String stateZh,
    long done,
    Instant startedAt,
    @Nullable Instant endedAt,
    String message) {
  static TaskView of(TaskStatus task) {
    return new TaskView(
        task.id(),
        task.state().name(),
        task.state().titleZh(),
        task.done(),
        task.startedAt(),
        task.endedAt(),
        task.message());
  }

  /** Starts a task and leads to where it can be watched. */
  static Answer start(Tasks tasks, String id, Tasks.Work work) {
    TaskStatus status = tasks.start(id, work).orElseThrow(Workers::busy);
    return Answer.accepted("/tasks/" + id, of(status));
  }
}
