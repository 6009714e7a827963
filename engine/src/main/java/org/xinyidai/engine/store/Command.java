package org.xinyidai.engine.store;

/**
 * A change of state that is decided against current state, the one way to write. It runs alone, on
 * the writer's thread, and must neither block nor look at a clock of its own: what it needs it
 * brings along.
 *
 * @param <R> what the caller learns once the change is durable
 */
@FunctionalInterface
public interface Command<R> {
  /**
   * Reads what holds now and puts what shall hold. An exception drops this command's own puts and
   * reaches its caller; the commands that share its group are not touched.
   */
  R decide(Changes changes);
}
