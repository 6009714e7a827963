package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The OpenAPI description as a judge: every answer in every journey must be one it describes. */
final class Description {
  private static final String BASE = "/api/v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;

  Description(String json) {
    try {
      document = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Fails when the status, the type or the body is not as described. Other paths pass. */
  void check(HttpResponse<String> response) {
    JsonNode operation = operation(response);
    if (operation.isMissingNode()) {
      return;
    }
    String name = operation.path("operationId").asText() + " " + response.statusCode();
    JsonNode described = operation.path("responses").path(response.statusCode() + "");
    if (described.isMissingNode()) {
      assertTrue(response.statusCode() >= 400, name + " is not described");
      described = operation.path("responses").path("default");
    }
    JsonNode content = resolve(described).path("content");
    String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    assertTrue(content.has(type), name + " is described as " + content + ", not " + type);
    if (type.matches("application/(problem\\+)?json") && !response.body().isEmpty()) {
      JsonNode schema = content.path(type).path("schema");
      assertFalse(schema.isMissingNode(), name);
      assertEquals(
          List.of(), SchemaCheck.faults(document, schema, RunningServer.json(response)), name);
    }
  }

  private JsonNode operation(HttpResponse<String> response) {
    String path = response.uri().getPath();
    String method = response.request().method().toLowerCase(Locale.ROOT);
    for (Map.Entry<String, JsonNode> entry : document.path("paths").properties()) {
      String pattern =
          Pattern.quote(BASE + entry.getKey()).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q");
      if (path.matches(pattern)) {
        return entry.getValue().path(method);
      }
    }
    return document.path("no such path");
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** Whether an operation answers with a stream, which ends when its caller does. */
  static boolean isStream(JsonNode operation) {
    return operation.path("responses").path("200").path("content").has("text/event-stream");
  }
}
