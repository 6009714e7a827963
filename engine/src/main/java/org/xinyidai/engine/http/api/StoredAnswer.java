package org.xinyidai.engine.http.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Map;
import org.xinyidai.engine.http.call.Answer;

/** An answer as it is kept for a repeat: its own form, so that renaming a class loses none. */
record StoredAnswer(int status, String contentType, Map<String, String> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static byte[] write(Answer answer) {
    try {
      return JSON.writeValueAsBytes(
          new StoredAnswer(
              answer.status(), answer.contentType(), answer.headers(), answer.body().toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can always be written", e);
    }
  }

  static Answer read(byte[] bytes) {
    try {
      StoredAnswer stored = JSON.readValue(bytes, StoredAnswer.class);
      return Answer.again(
          stored.status(), stored.contentType(), stored.headers(), Buffer.buffer(stored.body()));
    } catch (IOException e) {
      throw new IllegalStateException("a stored answer is damaged", e);
    }
  }
}
