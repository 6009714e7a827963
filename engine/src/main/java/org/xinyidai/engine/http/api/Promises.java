package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.Store;

/**
 * What an Idempotency-Key promises (幂等保证), kept for every POST in this one place: one key, one
 * effect, one answer, also for a hundred callers at once and after a crash. The answer of an action
 * that did not put it into its own write ({@link OncePerKey}) is put down right after it; such an
 * action comes to the same state when it is done again. A refusal is not kept: it changed nothing,
 * and the key stays free. Nothing is kept for strangers, whose answers are secrets of their own.
 */
public final class Promises {
  private static final String RETRY_AFTER_SECONDS = "1";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Store store;
  private final InstantSource clock;
  private final Workers workers;

  /** By name; as many as requests are under way, which the workers bound. */
  private final Set<ByteBuffer> running = ConcurrentHashMap.newKeySet();

  /** Tells this run of the process from those before it. */
  private final long life = RANDOM.nextLong(1, Long.MAX_VALUE);

  public Promises(Platform platform, Workers workers) {
    this.store = platform.store();
    this.clock = platform.clock();
    this.workers = workers;
  }

  /** Refuses a POST without a sound key, before its body is read. */
  public static void demandKey(Call call) {
    if (call.method().equals(HttpMethod.POST)) {
      IdempotencyKey.required(call);
    }
  }

  /** The answer of the endpoint, or the one that was given to the same request before. */
  public Future<Answer> answer(Endpoint endpoint, Call call) {
    boolean promised = endpoint.method().equals(HttpMethod.POST) && !call.isOfStranger();
    return promised ? once(endpoint, call) : endpoint.action().answer(call);
  }

  private Future<Answer> once(Endpoint endpoint, Call call) {
    Operation operation = endpoint.operation();
    ByteBuffer name = ByteBuffer.wrap(KeyedRequest.name(call, operation));
    if (!running.add(name)) {
      throw Refusal.of(ProblemType.STILL_RUNNING)
          .at(IdempotencyKey.HEADER)
          .withHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    Act act = Act.current().orElse(Act.PLATFORM);
    return workers
        .run(() -> KeyedRequest.of(call, operation))
        .compose(
            request ->
                act.during(() -> workers.run(() -> find(request)))
                    .compose(before -> act.during(() -> given(endpoint, call, request, before))))
        .onComplete(done -> running.remove(name));
  }

  private Future<Answer> given(
      Endpoint endpoint, Call call, KeyedRequest request, Optional<StoredAnswer> before) {
    if (before.isEmpty()) {
      return performed(endpoint, call, request);
    }
    Answer again = before.get().answer();
    if (!before.get().promisedWorkOfAnotherLife(life)) {
      return Future.succeededFuture(again);
    }
    Act act = Act.current().orElse(Act.PLATFORM);
    return endpoint
        .action()
        .answer(call)
        .compose(begun -> act.during(() -> workers.run(() -> put(request, again))));
  }

  private Future<Answer> performed(Endpoint endpoint, Call call, KeyedRequest request) {
    Act act = Act.current().orElse(Act.PLATFORM);
    return endpoint
        .action()
        .answer(call)
        .compose(answer -> act.during(() -> workers.run(() -> kept(request, answer))));
  }

  private Optional<StoredAnswer> find(KeyedRequest request) {
    return store
        .read(view -> IdempotencyRecords.find(view, request.name(), clock.instant()))
        .map(value -> StoredAnswer.open(value, request));
  }

  /** Puts the answer down unless the action did. */
  private Answer kept(KeyedRequest request, Answer answer) {
    return find(request).isEmpty() ? put(request, answer) : answer;
  }

  private Answer put(KeyedRequest request, Answer answer) {
    byte[] value = StoredAnswer.of(answer, request, life).sealed(request);
    return store.execute(
        changes -> {
          IdempotencyRecords.put(changes, request.name(), value);
          return answer;
        });
  }
}
