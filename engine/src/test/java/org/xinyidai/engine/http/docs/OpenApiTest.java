package org.xinyidai.engine.http.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest {
  private final JsonNode document = OpenApi.tree();

  @Test
  void it_is_a_description_of_version_3_1() {
    assertEquals("3.1.0", document.path("openapi").asText());
    assertFalse(document.path("info").path("title").asText().isEmpty());
  }

  @Test
  void every_reference_leads_somewhere() {
    for (JsonNode reference : document.findValues("$ref")) {
      String target = reference.asText();
      assertTrue(target.startsWith("#/"), target);
      assertFalse(document.at(target.substring(1)).isMissingNode(), target);
    }
  }

  @Test
  void every_component_is_used() {
    TreeSet<String> used = new TreeSet<>();
    document.findValues("$ref").forEach(reference -> used.add(reference.asText()));
    List<String> unused = new ArrayList<>();
    for (String kind : List.of("schemas", "responses", "headers", "parameters")) {
      document
          .path("components")
          .path(kind)
          .fieldNames()
          .forEachRemaining(
              name -> {
                String reference = "#/components/" + kind + "/" + name;
                if (!used.contains(reference)) {
                  unused.add(reference);
                }
              });
    }
    assertEquals(List.of(), unused);
  }

  @Test
  void every_operation_has_a_summary_a_tag_a_success_and_errors() {
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        String id = operation.path("operationId").asText();
        assertFalse(operation.path("summary").asText().isEmpty(), id);
        assertEquals(1, operation.path("tags").size(), id);
        JsonNode responses = operation.path("responses");
        boolean succeeds =
            Stream.of("200", "201", "202", "303").anyMatch(status -> responses.has(status));
        assertTrue(succeeds, id);
        assertTrue(operation.path("responses").has("default"), id);
      }
    }
  }

  @Test
  void who_may_call_comes_from_the_table_of_permissions() {
    JsonNode feeds = document.at("/paths/~1feeds/get");
    assertEquals("all", feeds.path("x-permissions").path("bank").asText());

    JsonNode health = document.at("/paths/~1health/get");
    assertTrue(health.path("security").isArray() && health.path("security").isEmpty());
  }
}
