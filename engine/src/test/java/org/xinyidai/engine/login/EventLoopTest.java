package org.xinyidai.engine.login;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventLoopTest {
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void a_password_is_never_hashed_on_the_event_loop_and_is_on_a_worker() {
    Vertx vertx = Vertx.vertx();
    try {
      Promise<String> onLoop = Promise.promise();
      vertx.runOnContext(
          loop -> {
            try {
              onLoop.complete(PasswordHash.of("windy lamp of march", new SecureRandom()));
            } catch (IllegalStateException refused) {
              onLoop.fail(refused);
            }
          });
      Throwable cause =
          join(onLoop.future().transform(done -> Future.succeededFuture(done.cause())));
      assertInstanceOf(IllegalStateException.class, cause);

      String kept =
          join(
              vertx.executeBlocking(
                  () -> PasswordHash.of("windy lamp of march", new SecureRandom()), false));
      assertTrue(PasswordHash.matches("windy lamp of march", kept));
    } finally {
      join(vertx.close());
    }
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
