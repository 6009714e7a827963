package org.xinyidai.engine.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.dispute.Effect;
import org.xinyidai.models.warning.Warning;

/**
 * The warnings of one enterprise on a day (企业预警).
 *
 * @param warnings the worst first
 * @param disputed by the name of a feature, what an open dispute did to it on the day
 */
public record EnterpriseWarnings(
    String uscc, LocalDate asOf, List<Warning> warnings, Map<String, Effect> disputed) {
  public EnterpriseWarnings {
    warnings = List.copyOf(warnings);
    disputed = disputed == null ? Map.of() : Map.copyOf(disputed); // kept before there was this
  }
}
