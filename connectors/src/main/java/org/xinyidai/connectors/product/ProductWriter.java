package org.xinyidai.connectors.product;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.OptionalInt;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Bound;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.DateCriterion;
import org.xinyidai.models.product.Fees;
import org.xinyidai.models.product.FlagCriterion;
import org.xinyidai.models.product.LimitRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.SetCriterion;

/** Writes one product in the form that {@link ProductReader} reads (产品输出); order is fixed. */
final class ProductWriter {
  private final AttributeCatalogue catalogue;

  ProductWriter(AttributeCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  ObjectNode write(LoanProduct product) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", product.id().value()).put("version", product.version());
    json.put("nameZh", product.name().zh()).put("nameEn", product.name().en());
    json.putObject("lender")
        .put("organisation", product.lender().organisation())
        .put("nameZh", product.lender().name().zh())
        .put("nameEn", product.lender().name().en())
        .put("type", product.lender().type().code());
    words(json, "purposes", product.purposes().stream().sorted().map(Purpose::code).toList());
    ObjectNode amount = json.putObject("amountFen");
    if (product.amount().minFen() > 1) {
      amount.put("min", product.amount().minFen());
    }
    amount.put("max", product.amount().maxFen());
    if (product.terms().published()) {
      json.putObject("termMonths")
          .put("min", product.terms().minMonths())
          .put("max", product.terms().maxMonths());
    }
    rate(json, product.rate());
    if (!product.fees().equals(Fees.NONE)) {
      json.putObject("feesBp")
          .put("once", product.fees().onceBp())
          .put("yearly", product.fees().yearlyBp());
    }
    words(json, "security", product.security().stream().sorted().map(SecurityMode::code).toList());
    if (!product.limits().isEmpty()) {
      ArrayNode limits = json.putArray("limits");
      product.limits().forEach(rule -> limits.add(limit(rule)));
    }
    if (product.effective().from() != null) {
      json.put("effectiveFrom", product.effective().from().toString());
    }
    if (product.effective().to() != null) {
      json.put("effectiveTo", product.effective().to().toString());
    }
    ObjectNode source = json.putObject("source").put("document", product.source().document());
    if (!product.source().note().isEmpty()) {
      source.put("note", product.source().note());
    }
    ArrayNode criteria = json.putArray("criteria");
    product.criteria().forEach(criterion -> criteria.add(criterion(criterion)));
    return json;
  }

  private static void rate(ObjectNode json, Rate rate) {
    if (rate instanceof Rate.Fixed fixed) {
      json.putObject("rateBp").put("fixed", fixed.bp());
      return;
    }
    OptionalInt highest = rate.highestBp();
    if (highest.isPresent()) {
      ObjectNode span = json.putObject("rateBp");
      rate.lowestBp().ifPresent(bp -> span.put("min", bp));
      span.put("max", highest.getAsInt());
    }
  }

  private static ObjectNode limit(LimitRule rule) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (rule instanceof LimitRule.FactorOf factor) {
      json.put("type", "factorOf").put("attribute", factor.attribute());
      number(json, "factor", factor.factor());
    } else if (rule instanceof LimitRule.ShareLessDebts share) {
      json.put("type", "shareLessDebts").put("attribute", share.attribute());
      number(json, "share", share.share());
      json.put("debts", share.debts());
    } else if (rule instanceof LimitRule.CapByCode caps) {
      json.put("type", "capByCode").put("attribute", caps.attribute());
      ObjectNode byCode = json.putObject("capFen");
      caps.capFen().forEach(byCode::put);
    }
    return json;
  }

  ObjectNode criterion(Criterion criterion) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (criterion instanceof RangeCriterion range) {
      json.put("type", "range").put("attribute", range.attribute());
      bound(json, range.min(), "min", "above");
      bound(json, range.max(), "max", "below");
    } else if (criterion instanceof SetCriterion set) {
      json.put("type", "set").put("attribute", set.attribute());
      words(json, "allowed", set.allowed());
    } else if (criterion instanceof FlagCriterion flag) {
      json.put("type", "flag").put("attribute", flag.attribute()).put("expected", flag.expected());
    } else if (criterion instanceof DateCriterion date) {
      json.put("type", "date").put("attribute", date.attribute());
      json.put("minMonthsAgo", date.minMonthsAgo());
    }
    // A draft may name an attribute that there is not; it says its rule for missing values then.
    OptionalInt position = catalogue.position(criterion.attribute());
    WhenMissing usual =
        position.isEmpty()
            ? WhenMissing.FAILS
            : WhenMissing.usual(catalogue.get(position.getAsInt()));
    if (criterion.whenMissing() != usual) {
      json.put("whenMissing", criterion.whenMissing().code());
    }
    return json;
  }

  private static void bound(ObjectNode json, Bound bound, String including, String excluding) {
    if (bound.isFinite()) {
      number(json, bound.inclusive() ? including : excluding, bound.value());
    }
  }

  private static void words(ObjectNode json, String name, Collection<String> words) {
    if (!words.isEmpty()) {
      ArrayNode list = json.putArray(name);
      words.forEach(list::add);
    }
  }

  /** Whole numbers without a point, others without an exponent. */
  private static void number(ObjectNode json, String name, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.put(name, (long) value);
    } else {
      json.put(name, new BigDecimal(Double.toString(value)));
    }
  }
}
