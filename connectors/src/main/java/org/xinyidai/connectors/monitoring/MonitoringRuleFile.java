package org.xinyidai.connectors.monitoring;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.xinyidai.models.monitoring.MonitoringRules;

/**
 * Rules of monitoring as JSON (模型监控规则文件): {@code version, performanceWindowMonths, fewestOutcomes,
 * fewestDecisions, decliningGrade}, and for each of {@code scorePsi, featurePsi, aucDrop, ksDrop,
 * unscoredShare, overrideRate} an object {@code {watch, act}}. An unknown or missing field is
 * refused.
 */
public final class MonitoringRuleFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private MonitoringRuleFile() {}

  /** The rules that come with the program. */
  public static MonitoringRules bundled() {
    try (InputStream in = MonitoringRuleFile.class.getResourceAsStream("monitoring-rules.json")) {
      return read(Objects.requireNonNull(in, "monitoring-rules.json").readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads rules.
   *
   * @throws IOException when the text is not JSON of the form above, or a threshold makes no sense
   */
  public static MonitoringRules read(byte[] json) throws IOException {
    return JSON.readValue(json, MonitoringRules.class);
  }

  public static byte[] write(MonitoringRules rules) {
    try {
      return JSON.writeValueAsBytes(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
