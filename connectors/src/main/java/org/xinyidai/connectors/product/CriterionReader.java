package org.xinyidai.connectors.product;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Bound;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.DateCriterion;
import org.xinyidai.models.product.FlagCriterion;
import org.xinyidai.models.product.RangeCriterion;
import org.xinyidai.models.product.SetCriterion;

/** Reads one criterion from its fields (准入条件解析). */
final class CriterionReader {
  /** A century: further back no condition reaches. */
  private static final int MAX_MONTHS_AGO = 1_200;

  private static final Map<String, WhenMissing> WHEN_MISSING =
      ProductReader.byCode(WhenMissing.values(), WhenMissing::code);
  private static final Map<String, BiFunction<JsonFields, WhenMissing, Criterion>> TYPES =
      Map.of(
          "range", CriterionReader::range,
          "set", CriterionReader::set,
          "flag", CriterionReader::flag,
          "date", CriterionReader::date);

  private final AttributeCatalogue catalogue;

  CriterionReader(AttributeCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Null when it is of no known type. */
  @Nullable Criterion read(JsonFields criterion) {
    BiFunction<JsonFields, WhenMissing, Criterion> type = criterion.oneOf("type", TYPES);
    WhenMissing said =
        criterion.has("whenMissing") ? criterion.oneOf("whenMissing", WHEN_MISSING) : null;
    OptionalInt position = catalogue.position(criterion.text("attribute"));
    WhenMissing usual =
        position.isEmpty()
            ? WhenMissing.FAILS
            : WhenMissing.usual(catalogue.get(position.getAsInt()));
    if (type == null) {
      return null;
    }
    Criterion read = type.apply(criterion, said == null ? usual : said);
    criterion.end();
    return read;
  }

  private static Criterion range(JsonFields criterion, WhenMissing whenMissing) {
    Bound min = bound(criterion, "min", "above", Bound.NO_MINIMUM);
    Bound max = bound(criterion, "max", "below", Bound.NO_MAXIMUM);
    return new RangeCriterion(criterion.text("attribute"), min, max, whenMissing);
  }

  private static Criterion set(JsonFields criterion, WhenMissing whenMissing) {
    return new SetCriterion(criterion.text("attribute"), criterion.texts("allowed"), whenMissing);
  }

  private static Criterion flag(JsonFields criterion, WhenMissing whenMissing) {
    return new FlagCriterion(criterion.text("attribute"), criterion.yes("expected"), whenMissing);
  }

  private static Criterion date(JsonFields criterion, WhenMissing whenMissing) {
    int months = (int) criterion.whole("minMonthsAgo", 0, MAX_MONTHS_AGO);
    return new DateCriterion(criterion.text("attribute"), months, whenMissing);
  }

  private static Bound bound(
      JsonFields criterion, String including, String excluding, Bound absent) {
    if (criterion.has(including) && criterion.has(excluding)) {
      criterion.tell(
          excluding,
          "与 " + including + " 并列，请只保留其一",
          "stands beside " + including + "; keep one of them");
      return absent;
    }
    DoubleFunction<Bound> made = criterion.has(including) ? Bound::including : Bound::excluding;
    String name = criterion.has(including) ? including : excluding;
    return criterion.has(name) ? made.apply(criterion.number(name)) : absent;
  }
}
