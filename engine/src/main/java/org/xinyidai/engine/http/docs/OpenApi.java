package org.xinyidai.engine.http.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
          "targets",
          "enterprises",
          "scores",
          "rights",
          "reviews",
          "demands",
          "products",
          "screening",
          "market",
          "explanation",
          "training",
          "models",
          "monitoring",
          "catalogue",
          "warnings",
          "vault",
          "audit",
          "consents",
          "inquiries",
          "credit-reports",
          "verifications",
          "organisations",
          "applications",
          "lender-reports",
          "complaints",
          "supervision",
          "feedback",
          "sessions",
          "providers",
          "credentials",
          "platform");

  private static final String PARAMETERS = "#/components/parameters/";

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
      for (Map.Entry<String, JsonNode> method : path.properties()) {
        Operation operation = operations.get(method.getValue().path("operationId").asText());
        if (operation != null && method.getValue() instanceof ObjectNode described) {
          Rule rule = Permissions.of(operation).orElseThrow();
          describePermissions(described, rule);
          if (method.getKey().equals("post")) {
            describeKey(described, rule.isOpen());
          }
        }
      }
    }
    return whole;
  }

  /** Every POST wants a key; answers to strangers are not kept under it. */
  private static void describeKey(ObjectNode operation, boolean open) {
    String key = PARAMETERS + "IdempotencyKey";
    ArrayNode parameters = operation.withArray("/parameters");
    for (int i = parameters.size() - 1; i >= 0; i--) {
      if (parameters.get(i).path("$ref").asText().startsWith(key)) {
        parameters.remove(i);
      }
    }
    parameters.addObject().put("$ref", open ? key + "OfStranger" : key);
    ObjectNode responses = operation.withObject("/responses");
    refer(responses, "400", "BadRequest");
    if (!open) {
      refer(responses, "409", "Conflict");
      refer(responses, "422", "Unprocessable");
    }
  }

  private static void refer(ObjectNode responses, String status, String name) {
    if (!responses.has(status)) {
      responses.putObject(status).put("$ref", "#/components/responses/" + name);
    }
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
    if (rule.reach(Role.OFFICE) != Reach.NONE) {
      permissions.put("officeOfDistrict", rule.ofDistricts().name().toLowerCase(Locale.ROOT));
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
