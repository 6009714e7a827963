package org.xinyidai.engine.http.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.engine.http.call.Json;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Permissions;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Rule;

/**
 * The description of the API (接口说明), OpenAPI 3.1: parts written by hand, one per topic, put
 * together; who may call comes from the table of permissions itself, so that the two cannot differ.
 */
public final class OpenApi {
  private static final String FOLDER = "/org/xinyidai/engine/http/openapi/";
  private static final List<String> PARTS =
      List.of(
          "errors",
          "records",
          "resolutions",
          "quality",
          "enterprises",
          "scores",
          "rights",
          "demands",
          "products",
          "market",
          "explanation",
          "training",
          "models",
          "monitoring",
          "catalogue",
          "warnings",
          "audit",
          "consents",
          "sessions",
          "platform");

  private OpenApi() {}

  /** The whole description as JSON in UTF-8. */
  public static byte[] document() {
    return Json.write(tree()).getBytes();
  }

  static ObjectNode tree() {
    ObjectNode whole = part("openapi");
    for (String name : PARTS) {
      merge(whole, part(name));
    }
    Map<String, Operation> operations = new TreeMap<>();
    for (Operation operation : Operation.values()) {
      operations.put(operation.id(), operation);
    }
    for (JsonNode path : whole.path("paths")) {
      for (JsonNode method : path) {
        Operation operation = operations.get(method.path("operationId").asText());
        if (operation != null && method instanceof ObjectNode described) {
          describePermissions(described, Permissions.of(operation).orElseThrow());
        }
      }
    }
    return whole;
  }

  private static void describePermissions(ObjectNode operation, Rule rule) {
    if (rule.isOpen()) {
      operation.putArray("security");
      return;
    }
    ObjectNode permissions = operation.putObject("x-permissions");
    for (Role role : Role.values()) {
      Reach reach = rule.reach(role);
      if (reach != Reach.NONE) {
        permissions.put(role.id(), reach.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  /** Adds what the part has; where both have an object, its members are merged in turn. */
  private static void merge(ObjectNode into, ObjectNode part) {
    part.properties()
        .forEach(
            member -> {
              if (into.get(member.getKey()) instanceof ObjectNode present
                  && member.getValue() instanceof ObjectNode more) {
                merge(present, more);
              } else {
                into.set(member.getKey(), member.getValue());
              }
            });
  }

  private static ObjectNode part(String name) {
    try {
      return (ObjectNode) Json.tree(Pages.read(FOLDER + name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
