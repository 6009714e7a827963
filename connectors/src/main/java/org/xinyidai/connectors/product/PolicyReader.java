package org.xinyidai.connectors.product;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.policy.Measure;
import org.xinyidai.models.policy.PolicyId;
import org.xinyidai.models.policy.PolicyTool;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.score.Grade;

/** Reads one policy tool from its fields (政策工具解析). */
final class PolicyReader {
  /** Funds are larger than any loan: up to a trillion yuan, far above any city's. */
  private static final long MOST_FEN = 100 * AmountRange.MAX_FEN;

  private static final int MOST_DAYS = 365;

  private static final Map<String, Function<JsonFields, Measure>> MEASURES =
      Map.of(
          "interestSubsidy", PolicyReader::subsidy,
          "guaranteeFee", PolicyReader::guaranteeFee,
          "compensationFund", PolicyReader::fund,
          "bridgeFund", PolicyReader::bridge,
          "insurance", PolicyReader::insurance);

  private final CriterionReader criteria;

  PolicyReader(AttributeCatalogue catalogue) {
    this.criteria = new CriterionReader(catalogue);
  }

  /** Null when a part could not be made; what is wrong stands in the problems of the fields. */
  @Nullable PolicyTool read(JsonFields tool) {
    String id = tool.text("id");
    if (!id.isEmpty() && !PolicyId.isWellFormed(id)) {
      tool.tell("id", "须为小写单词并以连字符连接", "must be lower-case words with hyphens");
    }
    int version = (int) tool.whole("version", 1, Integer.MAX_VALUE);
    Text name = new Text(tool.text("nameZh"), tool.text("nameEn"));
    Measure measure = measure(tool.object("measure"));
    Set<ProductId> products = products(tool);
    Set<Purpose> purposes = new HashSet<>(ProductReader.purposes(tool));
    Set<SecurityMode> security = new HashSet<>(ProductReader.security(tool));
    List<Criterion> who = tool.each("who", criteria::read);
    Effective effective = ProductReader.effective(tool);
    long budgetFen = tool.whole("budgetLeftFen", 0, MOST_FEN);
    String document = tool.text("document");
    tool.end();
    if (!PolicyId.isWellFormed(id) || measure == null) {
      return null;
    }
    return new PolicyTool(
        new PolicyId(id),
        version,
        name,
        measure,
        new PolicyTool.Scope(products, purposes, security, who),
        effective,
        budgetFen,
        document);
  }

  private static Set<ProductId> products(JsonFields tool) {
    Set<ProductId> products = new HashSet<>();
    List<String> texts = tool.texts("products");
    for (int i = 0; i < texts.size(); i++) {
      if (ProductId.isWellFormed(texts.get(i))) {
        products.add(new ProductId(texts.get(i)));
      } else {
        tool.tell("products[" + i + "]", "不是产品编号", "not the id of a product");
      }
    }
    return products;
  }

  private static @Nullable Measure measure(JsonFields measure) {
    Function<JsonFields, Measure> type = measure.oneOf("type", MEASURES);
    if (type == null) {
      return null;
    }
    Measure read = type.apply(measure);
    measure.end();
    return read;
  }

  private static Measure subsidy(JsonFields fields) {
    return new Measure.InterestSubsidy(bp(fields, "bp"), fields.whole("capFen", 1, MOST_FEN));
  }

  private static Measure guaranteeFee(JsonFields fields) {
    Map<Grade, Integer> feeBp = new EnumMap<>(Grade.class);
    JsonFields byGrade = fields.object("feeBp");
    for (Grade grade : Grade.values()) {
      if (byGrade.has(grade.name())) {
        feeBp.put(grade, bp(byGrade, grade.name()));
      }
    }
    byGrade.end();
    return new Measure.GuaranteeFee(feeBp);
  }

  private static Measure fund(JsonFields fields) {
    return new Measure.CompensationFund(
        fields.whole("balanceFen", 0, MOST_FEN), bp(fields, "shareBp"));
  }

  private static Measure bridge(JsonFields fields) {
    return new Measure.BridgeFund(
        bp(fields, "dailyBp"), (int) fields.whole("maxDays", 1, MOST_DAYS));
  }

  private static Measure insurance(JsonFields fields) {
    int premium = bp(fields, "premiumBp");
    int subsidy = (int) fields.whole("subsidyBp", 0, premium);
    return new Measure.Insurance(premium, Math.min(subsidy, premium));
  }

  private static int bp(JsonFields fields, String name) {
    return (int) fields.whole(name, 0, Measure.WHOLE_BP);
  }
}
