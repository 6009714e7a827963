package org.xinyidai.engine.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Command;

/**
 * A change that is made once for each key of a caller (幂等提交): a repeat of the same body within a
 * day gets the first answer, another body under the same key is refused. The answer is kept in the
 * same write as the change, so no crash comes between them.
 */
final class OncePerKey implements Command<Answer> {
  private static final int DIGEST_BYTES = 32;

  private final byte[] key;
  private final byte[] content;
  private final Command<Answer> change;

  private OncePerKey(byte[] key, byte[] content, Command<Answer> change) {
    this.key = key;
    this.content = content;
    this.change = change;
  }

  /** The change itself where the call names no key. */
  static Command<Answer> of(Call call, Operation operation, Command<Answer> change) {
    Optional<String> given = IdempotencyKey.optional(call);
    if (given.isEmpty()) {
      return change;
    }
    String caller = call.access().account().organisation();
    String name = caller + "\0" + operation.id() + "\0" + given.get();
    return new OncePerKey(sha256(name.getBytes(UTF_8)), sha256(call.body().getBytes()), change);
  }

  @Override
  public Answer decide(Changes changes) {
    Optional<byte[]> before = IdempotencyRecords.find(changes, key);
    if (before.isPresent()) {
      return repeated(before.get());
    }
    Answer answer = change.decide(changes);
    byte[] kept = StoredAnswer.write(answer);
    byte[] value = Arrays.copyOf(content, DIGEST_BYTES + kept.length);
    System.arraycopy(kept, 0, value, DIGEST_BYTES, kept.length);
    IdempotencyRecords.put(changes, key, value);
    return answer;
  }

  private Answer repeated(byte[] value) {
    if (!Arrays.equals(content, 0, DIGEST_BYTES, value, 0, DIGEST_BYTES)) {
      throw Refusal.of(ProblemType.IDEMPOTENCY_KEY_REUSED).at(IdempotencyKey.HEADER);
    }
    return StoredAnswer.read(Arrays.copyOfRange(value, DIGEST_BYTES, value.length));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
