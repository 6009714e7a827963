package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Makes requests out of the description: right ones, nearly right ones and hostile ones. */
final class DescribedRequests {
  private static final String JSON = "application/json";
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /** How far from right a request is. */
  enum Manner {
    VALID,
    NEARLY,
    HOSTILE
  }

  /** A request as it will be sent. */
  record Made(String method, String path, Map<String, String> headers, Buffer body) {
    HttpRequest.Builder to(RunningServer server) {
      HttpRequest.Builder request = server.request(path);
      headers.forEach(request::header);
      return request.method(
          method,
          body.length() == 0
              ? BodyPublishers.noBody()
              : BodyPublishers.ofByteArray(body.getBytes()));
    }

    @Override
    public String toString() {
      String text = body.toString();
      return method
          + " "
          + path
          + " "
          + headers.keySet()
          + "\n"
          + text.substring(0, Math.min(400, text.length()));
    }
  }

  private final Map<String, List<String>> known;
  private final Random random;
  private final DescribedValues values;
  private int keys;

  DescribedRequests(JsonNode document, Map<String, List<String>> known, Random random) {
    this.known = known;
    this.random = random;
    values = new DescribedValues(document, known, random);
  }

  Made make(String method, String path, JsonNode operation, Manner manner) {
    Map<String, String> headers = new TreeMap<>();
    if (method.equals("post")) {
      headers.put("Idempotency-Key", "random-" + keys++);
    }
    byte[] body = new byte[0];
    JsonNode content = values.resolve(operation.path("requestBody")).path("content");
    if (!content.isEmpty()) {
      List<String> types = new ArrayList<>();
      content.fieldNames().forEachRemaining(types::add);
      String type = manner == Manner.VALID ? types.get(0) : HostileTexts.pick(types, random);
      headers.put("Content-Type", type);
      body = body(type, content.path(type), manner);
    }
    if (manner == Manner.HOSTILE) {
      body = spoil(headers, body);
    }
    String target = "/api/v1" + path(path, manner) + query(operation, manner);
    return new Made(
        method.toUpperCase(java.util.Locale.ROOT), target, headers, Buffer.buffer(body));
  }

  /** Right requests but for one member of their JSON, which is wrong in every way there is. */
  List<Made> eachMemberBroken(String method, String path, JsonNode operation) {
    JsonNode content = values.resolve(operation.path("requestBody")).path("content");
    List<Made> all = new ArrayList<>();
    for (String body : values.eachMemberBroken(content.path(JSON).path("schema"))) {
      Made right = make(method, path, operation, Manner.VALID);
      Map<String, String> headers = new TreeMap<>(right.headers());
      headers.put("Content-Type", JSON);
      all.add(new Made(right.method(), right.path(), headers, Buffer.buffer(body)));
    }
    return all;
  }

  private byte[] body(String type, JsonNode content, Manner manner) {
    if (manner == Manner.HOSTILE && random.nextBoolean()) {
      return HostileTexts.document(random).getBytes(UTF_8);
    }
    if (type.equals(JSON)) {
      JsonNode example = content.path("example");
      if (manner != Manner.VALID) {
        return values.broken(content.path("schema")).getBytes(UTF_8);
      }
      boolean given = !example.isMissingNode() && random.nextBoolean();
      return (given ? example : values.valid("", content.path("schema")))
          .toString()
          .getBytes(UTF_8);
    }
    String text = content.path("example").asText("{\"uscc\":\"" + RunningServer.USCC + "\"}\n");
    int cut = random.nextInt(text.length());
    return (manner == Manner.VALID
            ? text
            : text.substring(0, cut) + HostileTexts.plain(random) + text.substring(cut))
        .getBytes(UTF_8);
  }

  private byte[] spoil(Map<String, String> headers, byte[] body) {
    switch (random.nextInt(9)) {
      case 0 ->
          headers.put(
              "Content-Type",
              HostileTexts.pick(
                  List.of(
                      "application/xml",
                      "text/csv",
                      "application/json; charset=utf-16",
                      ";",
                      "a/b/c"),
                  random));
      case 1 ->
          headers.put(
              "Accept",
              HostileTexts.pick(
                  List.of("application/xml", "*/*;q=0", ",,", "text/*", "application/json;q=x"),
                  random));
      case 2 ->
          headers.put(
              "Content-Encoding",
              HostileTexts.pick(List.of("gzip", "br", "identity", "gzip, gzip", "x"), random));
      case 3 -> {
        headers.put("Content-Encoding", "gzip");
        return gzip(body);
      }
      case 4 ->
          headers.put(
              "Accept-Language",
              HostileTexts.pick(List.of("en", "*", "zh;q=x", "a".repeat(300), ";;,,"), random));
      case 5 ->
          headers.put(
              "X-Purpose",
              HostileTexts.pick(
                  List.of("%zz", "%00", "a".repeat(300), "%E4%BC%81", "+%2B"), random));
      case 6 ->
          headers.put(
              "Cookie",
              HostileTexts.pick(
                  List.of("__Host-xyd=x", "__Host-xyd=xyd_" + "A".repeat(43), "=;=", "a=\"b"),
                  random));
      case 7 -> headers.put("Range", "bytes=0-99999999999999999999");
      default ->
          headers.computeIfPresent(
              "Idempotency-Key",
              (name, key) ->
                  HostileTexts.pick(
                      List.of("\"\"", "k".repeat(128), "k".repeat(129), "\"", "a b", "~!"),
                      random));
    }
    return body;
  }

  private String path(String path, Manner manner) {
    boolean right = manner == Manner.VALID || random.nextInt(3) > 0;
    Matcher parameter = PARAMETER.matcher(path);
    StringBuilder whole = new StringBuilder();
    while (parameter.find()) {
      String owner = path.substring(0, parameter.end());
      List<String> good =
          known.getOrDefault(owner, known.getOrDefault(parameter.group(1), List.of("none")));
      String text = right ? HostileTexts.pick(good, random) : HostileTexts.plain(random);
      parameter.appendReplacement(whole, Matcher.quoteReplacement(escaped(text)));
    }
    return parameter.appendTail(whole).toString();
  }

  private String query(JsonNode operation, Manner manner) {
    List<String> pairs = new ArrayList<>();
    for (JsonNode one : operation.path("parameters")) {
      JsonNode parameter = values.resolve(one);
      boolean wanted = parameter.path("required").asBoolean() || random.nextInt(3) == 0;
      if (parameter.path("in").asText().equals("query") && wanted) {
        String name = parameter.path("name").asText();
        boolean right = manner == Manner.VALID || random.nextBoolean();
        JsonNode value = values.valid(name, parameter.path("schema"));
        pairs.add(name + "=" + escaped(right ? value.asText() : HostileTexts.plain(random)));
      }
    }
    if (manner == Manner.HOSTILE && random.nextInt(6) == 0) {
      pairs.add(
          HostileTexts.pick(
              List.of("page=2", "=", "&&", "a[]=1", "%FF=%FF", "limit=1&limit=2", "a"), random));
    }
    return pairs.isEmpty() ? "" : "?" + escapedBrackets(String.join("&", pairs));
  }

  private static String escapedBrackets(String query) {
    return query.replace("[", "%5B").replace("]", "%5D");
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
