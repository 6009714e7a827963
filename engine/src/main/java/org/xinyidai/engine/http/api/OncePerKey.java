package org.xinyidai.engine.http.api;

import java.util.Optional;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Command;

/**
 * A change that is made once for each key of a caller (幂等提交): a repeat of the same request within a
 * day gets the first answer, another request under the same key is refused. The answer is kept in
 * the same write as the change, so no crash comes between them. For changes that are no single
 * command, {@link Promises} keeps the answer after them.
 */
final class OncePerKey implements Command<Answer> {
  private final KeyedRequest request;
  private final Command<Answer> change;

  private OncePerKey(KeyedRequest request, Command<Answer> change) {
    this.request = request;
    this.change = change;
  }

  /** The change itself where nobody was let in: answers to strangers are never kept. */
  static Command<Answer> of(Call call, Operation operation, Command<Answer> change) {
    return call.isOfStranger() ? change : new OncePerKey(KeyedRequest.of(call, operation), change);
  }

  @Override
  public Answer decide(Changes changes) {
    Optional<byte[]> before = IdempotencyRecords.find(changes, request.name());
    if (before.isPresent()) {
      return StoredAnswer.open(before.get(), request).answer();
    }
    Answer answer = change.decide(changes);
    IdempotencyRecords.put(
        changes, request.name(), StoredAnswer.of(answer, request, 0).sealed(request));
    return answer;
  }
}
