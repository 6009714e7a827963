package org.xinyidai.connectors.product;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Coding;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Criterion.WhenMissing;
import org.xinyidai.models.product.FlagCriterion;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.SetCriterion;
import org.xinyidai.models.product.Text;

/**
 * Hard rules as JSON (硬性规则文件): a list of {@code {id, version, attribute, refused, titleZh, titleEn,
 * foundZh, foundEn, basis, exitZh, exitEn}}. What is refused are codes of the attribute, or {@code
 * true} of a flag. An unknown field, attribute or code and a rule without a basis are refused (D7).
 */
public final class HardRuleFile {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> YES = List.of("true");

  private HardRuleFile() {}

  private record Declared(
      @Nullable String id,
      int version,
      @Nullable String attribute,
      @Nullable List<String> refused,
      @Nullable String titleZh,
      @Nullable String titleEn,
      @Nullable String foundZh,
      @Nullable String foundEn,
      @Nullable String basis,
      @Nullable String exitZh,
      @Nullable String exitEn) {}

  /** The rules that come with the program. */
  public static List<HardRule> bundled(AttributeCatalogue catalogue) {
    try (InputStream in = HardRuleFile.class.getResourceAsStream("hard-rules.json")) {
      return read(Objects.requireNonNull(in, "hard-rules.json"), catalogue);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads rules; the stream stays open.
   *
   * @throws IOException that names the rule at fault
   */
  public static List<HardRule> read(InputStream in, AttributeCatalogue catalogue)
      throws IOException {
    List<HardRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Declared declared : JSON.readValue(in, new TypeReference<List<Declared>>() {})) {
      HardRule rule = rule(declared, catalogue);
      if (!ids.add(rule.id())) {
        throw new IOException("two hard rules named " + rule.id());
      }
      rules.add(rule);
    }
    return List.copyOf(rules);
  }

  private static HardRule rule(Declared declared, AttributeCatalogue catalogue) throws IOException {
    try {
      return new HardRule(
          text(declared.id()),
          declared.version(),
          criterion(declared, catalogue),
          new HardRule.Words(
              new Text(text(declared.titleZh()), text(declared.titleEn())),
              new Text(text(declared.foundZh()), text(declared.foundEn())),
              new Text(text(declared.exitZh()), text(declared.exitEn()))),
          text(declared.basis()));
    } catch (IllegalArgumentException e) {
      throw new IOException("hard rule " + declared.id() + ": " + e.getMessage(), e);
    }
  }

  private static Criterion criterion(Declared declared, AttributeCatalogue catalogue) {
    Attribute attribute = catalogue.get(text(declared.attribute()));
    List<String> refused = declared.refused() == null ? List.of() : declared.refused();
    if (attribute.kind() == Attribute.Kind.FLAG && refused.equals(YES)) {
      return new FlagCriterion(attribute.name(), false, WhenMissing.PASSES);
    }
    if (attribute.coding() instanceof Coding.Listed codes
        && !refused.isEmpty()
        && codes.values().keySet().containsAll(refused)) {
      List<String> allowed =
          codes.values().keySet().stream().filter(code -> !refused.contains(code)).toList();
      return new SetCriterion(attribute.name(), allowed, WhenMissing.PASSES);
    }
    throw new IllegalArgumentException(
        "refused must list codes of " + attribute.name() + ", or true of a flag");
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
