package org.xinyidai.connectors.product;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.Fees;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.LimitRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Source;
import org.xinyidai.models.product.Terms;
import org.xinyidai.models.product.Text;

/** Reads one product from its fields (产品解析). */
final class ProductReader {
  private static final Map<String, Lender.Type> LENDER_TYPES =
      byCode(Lender.Type.values(), Lender.Type::code);
  private static final Map<String, Purpose> PURPOSES = byCode(Purpose.values(), Purpose::code);
  private static final Map<String, SecurityMode> SECURITY =
      byCode(SecurityMode.values(), SecurityMode::code);

  private final CriterionReader criteria;

  ProductReader(AttributeCatalogue catalogue) {
    this.criteria = new CriterionReader(catalogue);
  }

  /** Null when a part could not be made; what is wrong stands in the problems of the fields. */
  @Nullable LoanProduct read(JsonFields product) {
    ProductId id = id(product);
    int version = (int) product.whole("version", 1, Integer.MAX_VALUE);
    Lender lender = lender(product.object("lender"));
    Text name = new Text(product.text("nameZh"), product.text("nameEn"));
    Set<Purpose> purposes = purposes(product);
    AmountRange amount = amount(product.object("amountFen"));
    Terms terms =
        product.has("termMonths") ? terms(product.object("termMonths")) : Terms.UNPUBLISHED;
    Rate rate = product.has("rateBp") ? rate(product.object("rateBp")) : new Rate.Unpublished();
    Fees fees = product.has("feesBp") ? fees(product.object("feesBp")) : Fees.NONE;
    Set<SecurityMode> security = security(product);
    List<LimitRule> limits = product.each("limits", LimitReader::read);
    Effective effective = effective(product);
    Source source = source(product.object("source"));
    List<Criterion> all = product.each("criteria", criteria::read);
    product.end();
    if (id == null || lender == null || amount == null || terms == null || rate == null) {
      return null;
    }
    return new LoanProduct(
        id, version, lender, name, purposes, amount, terms, rate, fees, security, limits, effective,
        source, all);
  }

  static Set<Purpose> purposes(JsonFields fields) {
    return words(fields, "purposes", PURPOSES, Purpose.class);
  }

  static Set<SecurityMode> security(JsonFields fields) {
    return words(fields, "security", SECURITY, SecurityMode.class);
  }

  private static @Nullable ProductId id(JsonFields product) {
    String id = product.text("id");
    if (ProductId.isWellFormed(id)) {
      return new ProductId(id);
    }
    if (!id.isEmpty()) {
      product.tell(
          "id",
          "须为小写单词并以连字符连接，不超过64个字符",
          "must be lower-case words with hyphens, at most 64 characters");
    }
    return null;
  }

  private static @Nullable Lender lender(JsonFields lender) {
    Text name = new Text(lender.text("nameZh"), lender.text("nameEn"));
    // Before organisations were named, a product belonged to the Chinese name that it shows.
    String organisation = lender.textOr("organisation", name.zh());
    Lender.Type type = lender.oneOf("type", LENDER_TYPES);
    lender.end();
    if (organisation.length() > Lender.MAX_ORGANISATION) {
      lender.tell(
          "organisation",
          "不超过" + Lender.MAX_ORGANISATION + "个字符",
          "at most " + Lender.MAX_ORGANISATION + " characters");
      return null;
    }
    return type == null || organisation.isBlank() ? null : new Lender(organisation, name, type);
  }

  private static @Nullable AmountRange amount(JsonFields amount) {
    long max = amount.whole("max", 1, AmountRange.MAX_FEN);
    long min = amount.has("min") ? amount.whole("min", 1, AmountRange.MAX_FEN) : 1;
    amount.end();
    return ordered(amount, min, max) ? new AmountRange(min, max) : null;
  }

  private static @Nullable Terms terms(JsonFields terms) {
    long min = terms.whole("min", 1, Terms.MAX_MONTHS);
    long max = terms.whole("max", 1, Terms.MAX_MONTHS);
    terms.end();
    return ordered(terms, min, max) ? new Terms((int) min, (int) max) : null;
  }

  private static @Nullable Rate rate(JsonFields rate) {
    if (rate.has("fixed")) {
      int fixed = bp(rate, "fixed");
      rate.end();
      return new Rate.Fixed(fixed);
    }
    int max = bp(rate, "max");
    int min = rate.has("min") ? bp(rate, "min") : -1;
    rate.end();
    if (min < 0) {
      return new Rate.AtMost(max);
    }
    return ordered(rate, min, max) ? new Rate.Between(min, max) : null;
  }

  private static Fees fees(JsonFields fees) {
    int once = fees.has("once") ? (int) fees.whole("once", 0, Fees.MAX_BP) : 0;
    int yearly = fees.has("yearly") ? (int) fees.whole("yearly", 0, Fees.MAX_BP) : 0;
    fees.end();
    return new Fees(once, yearly);
  }

  private static int bp(JsonFields rate, String name) {
    return (int) rate.whole(name, 0, Rate.MAX_BP);
  }

  private static boolean ordered(JsonFields span, long min, long max) {
    if (span.sound() && min > max) {
      span.tell(
          "min",
          min + " 大于 max " + max + "，请对调",
          min + " is above max, " + max + "; exchange them");
    }
    return span.sound();
  }

  static Effective effective(JsonFields product) {
    LocalDate from = product.dayOrNull("effectiveFrom");
    LocalDate to = product.dayOrNull("effectiveTo");
    if (from != null && to != null && from.isAfter(to)) {
      product.tell(
          "effectiveFrom", from + " 晚于 effectiveTo " + to, from + " is after effectiveTo, " + to);
      return Effective.ALWAYS;
    }
    return new Effective(from, to);
  }

  private static Source source(JsonFields source) {
    Source read = new Source(source.text("document"), source.textOr("note", ""));
    source.end();
    return read;
  }

  private static <E extends Enum<E>> Set<E> words(
      JsonFields product, String name, Map<String, E> known, Class<E> type) {
    Set<E> read = EnumSet.noneOf(type);
    List<String> texts = product.texts(name);
    for (int i = 0; i < texts.size(); i++) {
      E one = known.get(texts.get(i));
      if (one == null) {
        product.tell(
            name + "[" + i + "]",
            "\"" + texts.get(i) + "\" 无法识别，可用：" + String.join("、", known.keySet()),
            "\""
                + texts.get(i)
                + "\" is unknown; take one of "
                + String.join(", ", known.keySet()));
      } else {
        read.add(one);
      }
    }
    return read;
  }

  static <E> Map<String, E> byCode(E[] values, Function<E, String> code) {
    return Stream.of(values)
        .collect(Collectors.toMap(code, Objects::requireNonNull, (a, b) -> a, TreeMap::new));
  }
}
