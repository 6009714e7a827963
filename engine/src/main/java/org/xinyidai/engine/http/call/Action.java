package org.xinyidai.engine.http.call;

import io.vertx.core.Future;

/**
 * What an endpoint does with a call that was let in. Runs on the event loop, so it never blocks.
 */
@FunctionalInterface
public interface Action {
  /** Answers, or fails with a {@link org.xinyidai.engine.http.problem.Refusal}. */
  Future<Answer> answer(Call call);
}
