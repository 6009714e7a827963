package org.xinyidai.engine.http.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;

/**
 * JSON of the API: strict in what it reads (no unknown or repeated member, no text for a number),
 * ISO 8601 in what it writes.
 */
public final class Json {
  /** Products nest about six deep; this leaves room and keeps the parser's stack small. */
  private static final int MAX_DEPTH = 32;

  private static final ObjectMapper MAPPER = mapper();

  private Json() {}

  public static Buffer write(Object value) {
    try {
      return Buffer.buffer(MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }

  /**
   * Reads an untrusted body.
   *
   * @throws Refusal naming the member at fault
   */
  public static <T> T read(Buffer body, Class<T> type) {
    try {
      T value = MAPPER.readValue(body.getBytes(), type);
      if (value == null) {
        throw unreadable("");
      }
      return value;
    } catch (JsonMappingException e) {
      throw unreadable(
          e.getPath().stream()
              .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
              .collect(Collectors.joining(".")));
    } catch (IOException e) {
      throw unreadable("");
    }
  }

  /** A tree, for documents that are put together from parts. */
  public static JsonNode tree(byte[] json) throws IOException {
    return MAPPER.readTree(json);
  }

  private static Refusal unreadable(String field) {
    if (field.isEmpty()) {
      return Refusal.of(
          ProblemType.INVALID_JSON,
          "请求体不是有效的 JSON 对象，或含重复成员",
          "The body is not a JSON object, or a member is there twice");
    }
    return Refusal.of(
            ProblemType.INVALID_JSON,
            "成员 " + field + " 不存在或类型不符",
            "The member " + field + " does not exist or has the wrong type")
        .at(field);
  }

  private static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new BlackbirdModule(Json::inside))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
    return mapper;
  }

  /** Sight into the records of this program; null leaves a class to reflection. */
  private static @Nullable Lookup inside(Class<?> type) {
    if (!type.getName().startsWith("org.xinyidai.")) {
      return null;
    }
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      return null;
    }
  }
}
