package org.xinyidai.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes JSON that a schema of the description allows, and JSON that it nearly allows. */
final class DescribedValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double MOSTLY = 0.7;

  private final JsonNode document;
  private final Random random;

  /** Texts that hold here, by the name of the member. */
  private final Map<String, List<String>> known;

  DescribedValues(JsonNode document, Map<String, List<String>> known, Random random) {
    this.document = document;
    this.known = known;
    this.random = random;
  }

  /** A value that the schema allows. */
  JsonNode valid(String name, JsonNode described) {
    JsonNode schema = resolve(described);
    boolean hinted = known.containsKey(name) && !known.get(name).isEmpty();
    if (hinted && !schema.has("properties")) {
      String text = HostileTexts.pick(known.get(name), random);
      boolean whole = schema.path("type").asText().equals("integer");
      return whole ? NODES.numberNode(Long.parseLong(text)) : NODES.textNode(text);
    }
    JsonNode examples = schema.path("examples");
    if (!examples.isEmpty() && !schema.has("properties")) {
      return examples.get(random.nextInt(examples.size()));
    }
    if (schema.has("anyOf")) {
      return valid(name, one(schema.path("anyOf")));
    }
    if (schema.has("const")) {
      return schema.path("const");
    }
    return schema.has("enum") ? one(schema.path("enum")) : ofType(name, schema);
  }

  /** The same with one thing wrong somewhere, as text: it need not be JSON any more. */
  String broken(JsonNode described) {
    JsonNode value = valid("", described);
    List<ObjectNode> objects = new ArrayList<>();
    collect(value, objects);
    if (objects.isEmpty()) {
      return HostileTexts.token(random);
    }
    ObjectNode chosen = objects.get(random.nextInt(objects.size()));
    List<String> names = new ArrayList<>();
    chosen.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(8) == 0) {
      chosen.put("horoscope", 1);
    } else {
      String name = HostileTexts.pick(names, random);
      if (random.nextInt(5) == 0) {
        chosen.remove(name);
      } else {
        chosen.set(name, NODES.rawValueNode(new RawValue(HostileTexts.token(random))));
      }
    }
    String text = value.toString();
    return random.nextInt(12) == 0 ? text.substring(0, random.nextInt(text.length())) : text;
  }

  /**
   * The valid value with each of its members left out, and with each hostile token in its place.
   */
  List<String> eachMemberBroken(JsonNode described) {
    List<String> broken = new ArrayList<>();
    if (valid("", described) instanceof ObjectNode whole) {
      for (Map.Entry<String, JsonNode> member : whole.properties()) {
        broken.add(whole.deepCopy().without(member.getKey()).toString());
        for (String token : HostileTexts.TOKENS) {
          ObjectNode copy = whole.deepCopy();
          copy.set(member.getKey(), NODES.rawValueNode(new RawValue(token)));
          broken.add(copy.toString());
        }
      }
    }
    return broken;
  }

  private JsonNode ofType(String name, JsonNode schema) {
    JsonNode type = schema.path("type");
    String word = type.isArray() ? type.get(0).asText() : type.asText();
    return switch (word) {
      case "object" -> object(schema);
      case "array" -> array(name, schema);
      case "integer" -> NODES.numberNode(number(schema));
      case "number" -> NODES.numberNode(number(schema) + 0.5);
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      default -> NODES.textNode(text(schema));
    };
  }

  private ObjectNode object(JsonNode schema) {
    JsonNode example = schema.path("examples").path(0);
    ObjectNode object =
        example.isObject() && random.nextDouble() < MOSTLY
            ? example.deepCopy()
            : NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      String name = member.getKey();
      boolean wanted = false;
      for (JsonNode required : schema.path("required")) {
        wanted |= required.asText().equals(name);
      }
      boolean add = !object.has(name) && (wanted || random.nextInt(3) == 0);
      if (add || (object.path(name).isValueNode() && known.containsKey(name))) {
        object.set(name, valid(name, member.getValue()));
      }
    }
    return object;
  }

  private ArrayNode array(String name, JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    int size = Math.max(schema.path("minItems").asInt(0), random.nextInt(3));
    for (int i = 0; i < size; i++) {
      array.add(valid(name, schema.path("items")));
    }
    return array;
  }

  private long number(JsonNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(least + 1_000);
    return least + random.nextInt((int) Math.min(10_000, most - least + 1));
  }

  private String text(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "date" -> "2024-0%d-15".formatted(1 + random.nextInt(6));
      case "date-time" -> "2024-04-04T08:00:00Z";
      default -> "text".repeat(Math.max(1, schema.path("minLength").asInt() / 4));
    };
  }

  private void collect(JsonNode value, List<ObjectNode> objects) {
    if (value instanceof ObjectNode object) {
      objects.add(object);
    }
    value.forEach(child -> collect(child, objects));
  }

  private JsonNode one(JsonNode choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(document.at(node.path("$ref").asText().substring(1))) : node;
  }
}
