package org.xinyidai.engine.http.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Map;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;

/**
 * An answer as it is kept for a repeat (留存的答复): its own form, so that renaming a class loses none.
 *
 * @param content the digest of the request that it answers
 * @param life the run of the process that answered; 0 where that does not matter
 */
record StoredAnswer(
    int status,
    String contentType,
    Map<String, String> headers,
    String body,
    String content,
    long life) {
  private static final int ACCEPTED = 202;
  private static final ObjectMapper JSON = new ObjectMapper();

  static StoredAnswer of(Answer answer, KeyedRequest request, long life) {
    if (answer.pages().isPresent()) {
      throw new IllegalStateException("an answer in pages cannot be kept");
    }
    return new StoredAnswer(
        answer.status(),
        answer.contentType(),
        answer.headers(),
        answer.body().toString(),
        request.content(),
        life);
  }

  byte[] sealed(KeyedRequest request) {
    try {
      return request.seal(JSON.writeValueAsBytes(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can always be written", e);
    }
  }

  /**
   * What was kept under the request's key.
   *
   * @throws Refusal when it was the answer to another request
   */
  static StoredAnswer open(byte[] value, KeyedRequest request) {
    try {
      StoredAnswer stored = JSON.readValue(request.open(value), StoredAnswer.class);
      if (!stored.content().equals(request.content())) {
        throw Refusal.of(ProblemType.IDEMPOTENCY_KEY_REUSED).at(IdempotencyKey.HEADER);
      }
      return stored;
    } catch (IOException e) {
      throw new IllegalStateException("a stored answer is damaged", e);
    }
  }

  /** Whether it told of work that ended with the process that began it. */
  boolean promisedWorkOfAnotherLife(long now) {
    return status == ACCEPTED && life != now;
  }

  Answer answer() {
    return Answer.again(status, contentType, headers, Buffer.buffer(body));
  }
}
