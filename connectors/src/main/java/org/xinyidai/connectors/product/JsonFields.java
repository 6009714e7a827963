package org.xinyidai.connectors.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.Problem;

/**
 * The fields of one JSON object, asked for one by one (JSON字段读取). Everything wrong is added to a
 * list with its path, and a harmless value is given back so that reading goes on and all problems
 * are told at once. Fields that nobody asked for are told by {@link #end}.
 */
final class JsonFields {
  private final JsonNode object;
  private final String path;
  private final List<Problem> problems;
  private final Set<String> known = new HashSet<>();
  private boolean sound = true;

  JsonFields(JsonNode node, String path, List<Problem> problems) {
    this.object = node;
    this.path = path;
    // What is no object is told once, and not again for each field that it lacks.
    this.problems = node.isObject() ? problems : new ArrayList<>();
    if (!node.isObject()) {
      problems.add(new Problem(path, "须为对象", "must be an object"));
    }
  }

  /** Where the object stands. */
  String path() {
    return path;
  }

  boolean has(String name) {
    known.add(name);
    return object.hasNonNull(name);
  }

  /** Text that must be there and not be blank. */
  String text(String name) {
    JsonNode node = required(name);
    if (node != null && node.isTextual() && !node.textValue().isBlank()) {
      return node.textValue();
    }
    if (node != null) {
      tell(name, "须为非空文本", "must be text, not blank");
    }
    return "";
  }

  /** Text that may be absent. */
  String textOr(String name, String absent) {
    return has(name) ? text(name) : absent;
  }

  /** A whole number within bounds. */
  long whole(String name, long least, long most) {
    JsonNode node = required(name);
    if (node != null) {
      boolean fits = node.isIntegralNumber() && node.canConvertToLong();
      if (fits && node.longValue() >= least && node.longValue() <= most) {
        return node.longValue();
      }
      tell(
          name,
          "须为 " + least + " 至 " + most + " 的整数",
          "must be a whole number from " + least + " to " + most);
    }
    return least;
  }

  /** A number, such as a threshold or a factor. */
  double number(String name) {
    JsonNode node = required(name);
    if (node != null && node.isNumber() && Double.isFinite(node.doubleValue())) {
      return node.doubleValue();
    }
    if (node != null) {
      tell(name, "须为数值", "must be a number");
    }
    return 1;
  }

  boolean yes(String name) {
    JsonNode node = required(name);
    if (node != null && !node.isBoolean()) {
      tell(name, "须为 true 或 false", "must be true or false");
    }
    return node != null && node.booleanValue();
  }

  /** A day such as {@code 2024-07-01}; null when absent. */
  @Nullable LocalDate dayOrNull(String name) {
    if (!has(name)) {
      return null;
    }
    try {
      return LocalDate.parse(object.get(name).asText());
    } catch (DateTimeParseException notADay) {
      tell(name, "须为日期，如 2024-07-01", "must be a day such as 2024-07-01");
      return null;
    }
  }

  /** One of several words, each with its meaning. */
  <T> @Nullable T oneOf(String name, Map<String, T> words) {
    String word = text(name);
    T meaning = words.get(word);
    if (meaning == null && !word.isEmpty()) {
      String all = new TreeMap<>(words).keySet().stream().collect(Collectors.joining(", "));
      tell(
          name,
          "\"" + word + "\" 无法识别，可用：" + all,
          "\"" + word + "\" is unknown; take one of " + all);
    }
    return meaning;
  }

  JsonFields object(String name) {
    JsonNode node = required(name);
    return node == null
        ? new JsonFields(JsonNodeFactory.instance.objectNode(), path, new ArrayList<>())
        : new JsonFields(node, path + "." + name, problems);
  }

  /** Reads each element of a list, none when it is absent; what cannot be read is left out. */
  <T> List<T> each(String name, Function<JsonFields, @Nullable T> reader) {
    List<T> read = new ArrayList<>();
    int i = 0;
    for (JsonNode node : list(name)) {
      T one = reader.apply(new JsonFields(node, path + "." + name + "[" + i++ + "]", problems));
      if (one != null) {
        read.add(one);
      }
    }
    return read;
  }

  /** The texts of a list, none when it is absent. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : list(name)) {
      if (!node.isTextual()) {
        tell(name + "[" + texts.size() + "]", "须为文本", "must be text");
      }
      texts.add(node.asText());
    }
    return texts;
  }

  /** All names with whole numbers from 1. */
  Map<String, Long> wholes() {
    Map<String, Long> wholes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      wholes.put(entry.getKey(), whole(entry.getKey(), 1, Long.MAX_VALUE));
    }
    return wholes;
  }

  /** Tells every field that was not asked for. */
  void end() {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!known.contains(entry.getKey())) {
        tell(entry.getKey(), "未知字段，请删去或更正名称", "unknown field; remove it or correct its name");
      }
    }
  }

  /** Whether nothing was told of this object's own fields. */
  boolean sound() {
    return sound;
  }

  void tell(String name, String zh, String en) {
    sound = false;
    problems.add(new Problem(path + "." + name, zh, en));
  }

  private @Nullable JsonNode required(String name) {
    if (!has(name)) {
      tell(name, "缺失", "is missing");
      return null;
    }
    return object.get(name);
  }

  private Iterable<JsonNode> list(String name) {
    if (!has(name)) {
      return List.of();
    }
    if (!object.get(name).isArray()) {
      tell(name, "须为列表", "must be a list");
      return List.of();
    }
    return object.get(name);
  }
}
