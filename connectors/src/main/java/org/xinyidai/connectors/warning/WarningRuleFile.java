package org.xinyidai.connectors.warning;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.warning.WarningRule;
import org.xinyidai.models.warning.WarningRules;

/**
 * Rules of early warning as JSON (预警规则文件): a list of {@code {id, severity, titleZh, titleEn,
 * measure, change, windowMonths, threshold, reasonZh, reasonEn}}. An unknown field or measure is
 * refused.
 */
public final class WarningRuleFile {
  private static final JsonMapper JSON = new JsonMapper();

  private WarningRuleFile() {}

  /** The rules that come with the program. */
  public static WarningRules bundled(FeatureSchema schema) {
    try (InputStream in = WarningRuleFile.class.getResourceAsStream("warning-rules.json")) {
      return read(Objects.requireNonNull(in, "warning-rules.json"), schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads rules; the stream stays open.
   *
   * @throws IOException when the text is not JSON of the form above
   * @throws IllegalArgumentException for a measure that the schema does not have
   */
  public static WarningRules read(InputStream in, FeatureSchema schema) throws IOException {
    List<WarningRule> rules = JSON.readValue(in, new TypeReference<List<WarningRule>>() {});
    return new WarningRules(rules, schema);
  }
}
