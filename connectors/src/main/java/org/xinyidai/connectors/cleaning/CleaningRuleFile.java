package org.xinyidai.connectors.cleaning;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.xinyidai.models.cleaning.CleaningRule;
import org.xinyidai.models.cleaning.CleaningRules;

/**
 * Cleaning rules as JSON (清洗规则文件): a list of {@code {id, version, reasons, kinds, remedy, policy,
 * basis}}. An unknown field or a rule without a basis is refused.
 */
public final class CleaningRuleFile {
  private static final JsonMapper JSON = new JsonMapper();

  private CleaningRuleFile() {}

  /** The rules that come with the program. */
  public static CleaningRules bundled() {
    try (InputStream in = CleaningRuleFile.class.getResourceAsStream("cleaning-rules.json")) {
      return read(Objects.requireNonNull(in, "cleaning-rules.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads rules; the stream stays open.
   *
   * @throws IOException when the text is not JSON of the form above
   */
  public static CleaningRules read(InputStream in) throws IOException {
    return new CleaningRules(JSON.readValue(in, new TypeReference<List<CleaningRule>>() {}));
  }
}
