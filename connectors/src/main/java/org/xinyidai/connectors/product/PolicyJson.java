package org.xinyidai.connectors.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.policy.Measure;
import org.xinyidai.models.policy.PolicyTool;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.ProductLint;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.SecurityMode;

/**
 * Policy tools as JSON (政策工具JSON). A file is {@code {"tools": [tool, ...]}}; a tool is
 *
 * <pre>{@code
 * {"id": "technology-subsidy", "version": 1, "nameZh": "科技贷款贴息", "nameEn": "...",
 *  "measure": {"type": "interestSubsidy", "bp": 100, "capFen": 10000000}
 *          or {"type": "guaranteeFee", "feeBp": {"A": 50, "B": 80}}
 *          or {"type": "compensationFund", "balanceFen": 5000000000, "shareBp": 3000}
 *          or {"type": "bridgeFund", "dailyBp": 2, "maxDays": 10}
 *          or {"type": "insurance", "premiumBp": 120, "subsidyBp": 60},
 *  "products": ["..."], "purposes": ["..."], "security": ["..."],   each may be left out: any
 *  "who": [criterion, ...],                                         as a product has them
 *  "effectiveFrom": "2024-07-01", "effectiveTo": "2025-06-30",      each may be left out
 *  "budgetLeftFen": 100000000, "document": "某文件"}
 * }</pre>
 *
 * Anything else is refused.
 */
public final class PolicyJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final AttributeCatalogue catalogue;

  public PolicyJson(AttributeCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Reads a file of tools. */
  public PolicyReading read(String json) {
    List<Problem> problems = new ArrayList<>();
    JsonNode tree = parse(json, problems);
    if (tree == null) {
      return new PolicyReading(List.of(), problems);
    }
    JsonFields file = new JsonFields(tree, "$", problems);
    List<PolicyTool> tools =
        file.each("tools", one -> sound(one, problems, ProductLint::lintCriteria));
    file.end();
    return new PolicyReading(tools, problems);
  }

  /** Reads one tool. */
  public PolicyReading readOne(String json) {
    return readOne(json, ProductLint::lintCriteria);
  }

  /** Reads one tool that was kept before, whatever newer rules ask of those who write today. */
  public PolicyReading readKept(String json) {
    return readOne(json, ProductLint::unfitCriteria);
  }

  private PolicyReading readOne(
      String json, BiFunction<List<Criterion>, AttributeCatalogue, List<Problem>> rules) {
    List<Problem> problems = new ArrayList<>();
    JsonNode tree = parse(json, problems);
    PolicyTool tool =
        tree == null ? null : sound(new JsonFields(tree, "$", problems), problems, rules);
    return new PolicyReading(tool == null ? List.of() : List.of(tool), problems);
  }

  /** One tool as a tree, in a fixed order of fields. */
  public ObjectNode write(PolicyTool tool) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", tool.id().value()).put("version", tool.version());
    json.put("nameZh", tool.name().zh()).put("nameEn", tool.name().en());
    json.set("measure", measure(tool.measure()));
    PolicyTool.Scope scope = tool.scope();
    words(json, "products", scope.products().stream().map(ProductId::value).sorted().toList());
    words(json, "purposes", scope.purposes().stream().sorted().map(Purpose::code).toList());
    words(json, "security", scope.security().stream().sorted().map(SecurityMode::code).toList());
    if (!scope.who().isEmpty()) {
      ArrayNode who = json.putArray("who");
      ProductWriter writer = new ProductWriter(catalogue);
      scope.who().forEach(criterion -> who.add(writer.criterion(criterion)));
    }
    if (tool.effective().from() != null) {
      json.put("effectiveFrom", tool.effective().from().toString());
    }
    if (tool.effective().to() != null) {
      json.put("effectiveTo", tool.effective().to().toString());
    }
    return json.put("budgetLeftFen", tool.budgetLeftFen()).put("document", tool.document());
  }

  private @Nullable PolicyTool sound(
      JsonFields fields,
      List<Problem> problems,
      BiFunction<List<Criterion>, AttributeCatalogue, List<Problem>> rules) {
    int before = problems.size();
    PolicyTool tool = new PolicyReader(catalogue).read(fields);
    if (tool == null || problems.size() > before) {
      return null;
    }
    rules
        .apply(tool.scope().who(), catalogue)
        .forEach(problem -> problems.add(problem.under(fields.path() + ".who")));
    return problems.size() > before ? null : tool;
  }

  private static ObjectNode measure(Measure measure) {
    ObjectNode json = JSON.createObjectNode().put("type", measure.code());
    if (measure instanceof Measure.InterestSubsidy subsidy) {
      return json.put("bp", subsidy.bp()).put("capFen", subsidy.capFen());
    }
    if (measure instanceof Measure.GuaranteeFee fee) {
      ObjectNode byGrade = json.putObject("feeBp");
      fee.feeBp().forEach((grade, bp) -> byGrade.put(grade.name(), bp));
      return json;
    }
    if (measure instanceof Measure.CompensationFund fund) {
      return json.put("balanceFen", fund.balanceFen()).put("shareBp", fund.shareBp());
    }
    if (measure instanceof Measure.BridgeFund bridge) {
      return json.put("dailyBp", bridge.dailyBp()).put("maxDays", bridge.maxDays());
    }
    Measure.Insurance insurance = (Measure.Insurance) measure;
    return json.put("premiumBp", insurance.premiumBp()).put("subsidyBp", insurance.subsidyBp());
  }

  private static void words(ObjectNode json, String name, List<String> words) {
    if (!words.isEmpty()) {
      ArrayNode list = json.putArray(name);
      words.forEach(list::add);
    }
  }

  private static @Nullable JsonNode parse(String json, List<Problem> problems) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problems.add(new Problem("$", "第 " + line + " 行不是有效的 JSON", "not JSON at line " + line));
      return null;
    }
  }
}
