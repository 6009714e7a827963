package org.xinyidai.engine.store;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who does what (操作行为), as it stands in the audit. A thread acts for someone from the edge inward:
 * whoever lets a request or a command in says so once, and every change made within bears it.
 *
 * @param actor the id of an account, or of the person at the operator's terminal
 * @param role what the actor is to the platform
 * @param organisation for which the actor acts; empty at the terminal
 * @param operation the operationId of the API, or the command of the terminal
 * @param subject the enterprise concerned; empty where the change is not about one
 */
public record Act(
    String actor, String role, String organisation, String operation, String subject) {
  /** What the platform does by itself, such as installing a store. */
  public static final Act PLATFORM = new Act("platform", "platform", "", "internal", "");

  private static final ThreadLocal<@Nullable Act> CURRENT = new ThreadLocal<>();

  /** For whom this thread acts; empty where nobody said. */
  public static Optional<Act> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Does the work as this act. */
  public <T> T during(Supplier<T> work) {
    Act before = CURRENT.get();
    CURRENT.set(this);
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  /** The work, bound to this act, to be done on another thread. */
  public Runnable bound(Runnable work) {
    return () ->
        during(
            () -> {
              work.run();
              return this;
            });
  }

  /** The same work, bound to whoever this thread acts for, to be done on another thread. */
  public static <T> Callable<T> carried(Callable<T> work) {
    Act act = CURRENT.get();
    return () -> {
      Act before = CURRENT.get();
      restore(act);
      try {
        return work.call();
      } finally {
        restore(before);
      }
    };
  }

  private static void restore(@Nullable Act act) {
    if (act == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(act);
    }
  }
}
