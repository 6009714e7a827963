package org.xinyidai.connectors.feedback;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.connectors.feedback.Checked.Conforming;
import org.xinyidai.connectors.feedback.Checked.Failing;
import org.xinyidai.connectors.feedback.ResultFault.Code;
import org.xinyidai.connectors.feedback.ResultKind.Part;
import org.xinyidai.models.product.Text;

/**
 * Whether a line is as published (合规检查, B12): the published schema in code, and what no schema can
 * say, such as check characters and days in their order. The platform asks before it sends, the
 * reference node before it keeps. It never throws for what it is given.
 */
public final class Conformance {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Conformance() {}

  /** Checks a result that is about to be sent, as its line. */
  public static Checked check(FinancingResult result) {
    return check(ResultLine.write(result));
  }

  /** Checks a line, without the line feed behind it. */
  public static Checked check(byte[] line) {
    if (line.length > ResultLine.MAX_BYTES) {
      return malformed(
          "一条结果最多" + ResultLine.MAX_BYTES + "字节",
          "a result has at most " + ResultLine.MAX_BYTES + " bytes");
    }
    JsonNode root;
    try {
      root = JSON.readTree(line);
    } catch (IOException e) {
      return malformed("不是有效的JSON", "not sound JSON");
    }
    return root.isObject() ? check(root) : malformed("应为JSON对象", "must be a JSON object");
  }

  private static Checked check(JsonNode root) {
    List<ResultFault> faults = new ArrayList<>();
    JsonNode version = root.get("version");
    if (version != null
        && version.isIntegralNumber()
        && !version.asText().equals(String.valueOf(FinancingResult.VERSION))) {
      return new Failing(
          id(root),
          List.of(
              new ResultFault(
                  "version",
                  Code.VERSION_UNKNOWN,
                  new Text(
                      "只接受第" + FinancingResult.VERSION + "版",
                      "only version " + FinancingResult.VERSION + " is taken"))));
    }
    Shape.HEAD.check("", root, faults);
    unknown(root, faults);
    Shape.PARTS.forEach((name, shape) -> part(root, name, shape, faults));
    JsonNode reason = root.get(Part.REASON.field());
    if (reason != null) {
      Shape.REASON.fault(Part.REASON.field(), reason).ifPresent(faults::add);
    }
    required(root, faults);
    if (!faults.isEmpty()) {
      return new Failing(id(root), faults);
    }
    FinancingResult result = ResultReading.of(root);
    faults.addAll(ResultRules.faults(result));
    return faults.isEmpty() ? new Conforming(result) : new Failing(result.id(), faults);
  }

  private static void unknown(JsonNode root, List<ResultFault> faults) {
    root.fieldNames()
        .forEachRemaining(
            name -> {
              boolean known =
                  Shape.HEAD.has(name)
                      || Shape.PARTS.containsKey(name)
                      || name.equals(Part.REASON.field());
              if (!known) {
                faults.add(Shape.unknown(name));
              }
            });
  }

  private static void part(JsonNode root, String name, Shape shape, List<ResultFault> faults) {
    JsonNode value = root.get(name);
    if (value == null) {
      return;
    }
    Shape.notObject(name, value)
        .ifPresentOrElse(
            faults::add,
            () -> {
              shape.check(name + ".", value, faults);
              shape.checkUnknown(name + ".", value, faults);
            });
  }

  /** What a line of its kind and origin must have. */
  private static void required(JsonNode root, List<ResultFault> faults) {
    List<String> wanted = new ArrayList<>(List.of("enterprise", "institution"));
    if (ResultOrigin.ofCode(root.path("origin").asText())
        .filter(origin -> origin == ResultOrigin.WORKFLOW)
        .isPresent()) {
      wanted.addAll(List.of("product", "applicationId"));
    }
    ResultKind.ofCode(root.path("kind").asText())
        .ifPresent(kind -> kind.parts().stream().map(Part::field).forEach(wanted::add));
    for (String field : wanted) {
      if (!root.has(field)) {
        faults.add(Shape.missing(field));
      }
    }
  }

  private static String id(JsonNode root) {
    JsonNode id = root.get("id");
    return id != null && Shape.isId(id) ? id.textValue() : "";
  }

  private static Failing malformed(String zh, String en) {
    return new Failing("", List.of(new ResultFault("", Code.MALFORMED, new Text(zh, en))));
  }
}
