package org.xinyidai.connectors.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.product.ProductLint;

/**
 * Loan products as JSON (产品JSON). A file is {@code {"products": [product, ...]}}; a product is
 *
 * <pre>{@code
 * {"id": "ccb-tax-loan", "version": 1, "nameZh": "云税贷", "nameEn": "...",
 *  "lender": {"organisation": "ccb", "nameZh": "...", "nameEn": "...",
 *             "type": "bank|guarantee|smallLoan|pawn"},  organisation left out: nameZh
 *  "purposes": ["workingCapital", ...],                  left out: any
 *  "amountFen": {"min": 1000000, "max": 300000000},      min left out: none published
 *  "termMonths": {"min": 1, "max": 12},                  left out: not published
 *  "rateBp": {"fixed": 325} or {"min": 330, "max": 435} or {"max": 400},   left out: not published
 *  "feesBp": {"once": 0, "yearly": 100},                 left out: none published
 *  "security": ["credit", ...],                          left out: not published
 *  "limits": [{"type": "factorOf", "attribute": "...", "factor": 5},
 *             {"type": "shareLessDebts", "attribute": "...", "share": 0.5, "debts": "debts_fen"},
 *             {"type": "capByCode", "attribute": "...", "capFen": {"A": 100000000}}],
 *  "effectiveFrom": "2024-07-01", "effectiveTo": "2025-06-30",             each may be left out
 *  "source": {"document": "...", "note": "..."},
 *  "criteria": [{"type": "range", "attribute": "...", "min": 24, "below": 60},
 *               {"type": "set", "attribute": "...", "allowed": ["A", "B"]},
 *               {"type": "flag", "attribute": "...", "expected": true},
 *               {"type": "date", "attribute": "...", "minMonthsAgo": 24}]}
 * }</pre>
 *
 * Bounds of a range are {@code min} and {@code max}, which pass, or {@code above} and {@code
 * below}, which do not. A criterion may say {@code "whenMissing": "fails|passes|lenderChecks"}.
 * Amounts are fen, rates basis points. Anything else is refused.
 */
public final class ProductJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectWriter PRETTY = JSON.writer(printer());

  private final AttributeCatalogue catalogue;

  /**
   * Reads and writes products whose criteria speak of the attributes of a catalogue.
   *
   * @param catalogue what they may speak of
   */
  public ProductJson(AttributeCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Reads a file of products. */
  public ProductReading read(String json) {
    List<Problem> problems = new ArrayList<>();
    JsonNode tree = parse(json, problems);
    if (tree == null) {
      return new ProductReading(List.of(), problems);
    }
    JsonFields file = new JsonFields(tree, "$", problems);
    List<LoanProduct> products =
        file.each("products", one -> sound(one, problems, ProductLint::lint));
    file.end();
    if (problems.isEmpty()) {
      ProductLint.lintTogether(products).forEach(p -> problems.add(p.under("$.products")));
    }
    return new ProductReading(products, problems);
  }

  /** Reads one product, as a lender publishes it. */
  public ProductReading readOne(String json) {
    return readOne(json, ProductLint::lint);
  }

  /**
   * Reads one product that was published before: what was allowed then and can be matched is sound,
   * whatever newer rules ask of those who publish today.
   */
  public ProductReading readPublished(String json) {
    return readOne(json, ProductLint::unfit);
  }

  private ProductReading readOne(
      String json, BiFunction<LoanProduct, AttributeCatalogue, List<Problem>> rules) {
    List<Problem> problems = new ArrayList<>();
    JsonNode tree = parse(json, problems);
    LoanProduct product =
        tree == null ? null : sound(new JsonFields(tree, "$", problems), problems, rules);
    return new ProductReading(product == null ? List.of() : List.of(product), problems);
  }

  /**
   * Reads one product as far as its form goes; what cannot be meant in it is for {@link
   * ProductLint} to say, so that a draft may be kept while it is thought over.
   */
  public ProductReading readDraft(String json) {
    List<Problem> problems = new ArrayList<>();
    JsonNode tree = parse(json, problems);
    LoanProduct product =
        tree == null
            ? null
            : new ProductReader(catalogue).read(new JsonFields(tree, "$", problems));
    boolean sound = product != null && problems.isEmpty();
    return new ProductReading(sound ? List.of(product) : List.of(), problems);
  }

  /** One product as a tree, for answers over HTTP. */
  public ObjectNode write(LoanProduct product) {
    return new ProductWriter(catalogue).write(product);
  }

  /** A file of products: indented by two, in a fixed order of fields, ended by a line feed. */
  public String writeFile(List<LoanProduct> products) {
    ObjectNode file = JSON.createObjectNode();
    ArrayNode list = file.putArray("products");
    products.forEach(product -> list.add(write(product)));
    try {
      return PRETTY.writeValueAsString(file) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that cannot be written", e);
    }
  }

  private @Nullable LoanProduct sound(
      JsonFields fields,
      List<Problem> problems,
      BiFunction<LoanProduct, AttributeCatalogue, List<Problem>> rules) {
    int before = problems.size();
    LoanProduct product = new ProductReader(catalogue).read(fields);
    if (product == null || problems.size() > before) {
      return null;
    }
    rules.apply(product, catalogue).forEach(p -> problems.add(p.under(fields.path())));
    return problems.size() > before ? null : product;
  }

  private static @Nullable JsonNode parse(String json, List<Problem> problems) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problems.add(
          new Problem(
              "$",
              "第 " + line + " 行不是有效的 JSON",
              "not JSON at line " + line + ": " + e.getOriginalMessage()));
      return null;
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
