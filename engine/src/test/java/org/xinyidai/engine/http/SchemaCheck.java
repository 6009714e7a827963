package org.xinyidai.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Holds JSON against a schema of the description: the part of JSON Schema that the description
 * uses. A member that the schema does not name is a fault as well, for callers would not know of
 * it.
 */
final class SchemaCheck {
  private final JsonNode document;
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck(JsonNode document) {
    this.document = document;
  }

  /** What does not hold, by path; nothing where all does. */
  static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
    SchemaCheck check = new SchemaCheck(document);
    check.check("$", schema, value);
    return check.faults;
  }

  private void check(String path, JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      check(path, document.at(schema.path("$ref").asText().substring(1)), value);
      return;
    }
    if (schema.has("anyOf")) {
      boolean fits = false;
      for (JsonNode choice : schema.path("anyOf")) {
        fits |= faults(document, choice, value).isEmpty();
      }
      require(fits, path, "fits none of anyOf");
      return;
    }
    if (schema.has("type")) {
      require(isOfType(schema.path("type"), value), path, "is no " + schema.path("type"));
    }
    checkAllowed(path, schema, value);
    checkBounds(path, schema, value);
    if (value.isObject()) {
      checkMembers(path, schema, value);
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(path + "[" + i + "]", schema.path("items"), value.get(i));
      }
    }
  }

  private void checkAllowed(String path, JsonNode schema, JsonNode value) {
    if (schema.has("const")) {
      require(schema.path("const").equals(value), path, "is not " + schema.path("const"));
    }
    if (schema.has("enum")) {
      boolean allowed = false;
      for (JsonNode word : schema.path("enum")) {
        allowed |= word.equals(value);
      }
      require(allowed, path, value + " is none of " + schema.path("enum"));
    }
    if (schema.has("pattern") && value.isTextual()) {
      Pattern pattern = Pattern.compile(schema.path("pattern").asText());
      require(pattern.matcher(value.asText()).find(), path, "does not match " + pattern);
    }
  }

  private void checkBounds(String path, JsonNode schema, JsonNode value) {
    if (value.isNumber()) {
      double number = value.asDouble();
      require(number >= schema.path("minimum").asDouble(number), path, "is too small");
      require(number <= schema.path("maximum").asDouble(number), path, "is too large");
    }
    if (value.isArray()) {
      require(value.size() >= schema.path("minItems").asInt(0), path, "has too few");
      require(value.size() <= schema.path("maxItems").asInt(value.size()), path, "has too many");
    }
  }

  private void checkMembers(String path, JsonNode schema, JsonNode value) {
    for (JsonNode name : schema.path("required")) {
      require(value.has(name.asText()), path, "lacks " + name);
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String at = path + "." + member.getKey();
      if (schema.path("properties").has(member.getKey())) {
        check(at, schema.path("properties").get(member.getKey()), member.getValue());
      } else if (schema.has("additionalProperties")) {
        check(at, schema.path("additionalProperties"), member.getValue());
      } else {
        require(false, at, "is not described");
      }
    }
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isOfType(one, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }

  private void require(boolean holds, String path, String fault) {
    if (!holds) {
      faults.add(path + " " + fault);
    }
  }
}
