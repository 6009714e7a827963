package org.xinyidai.engine.warning;

import java.time.LocalDate;
import java.util.List;
import org.xinyidai.models.warning.Warning;

/**
 * The warnings of one enterprise on a day (企业预警).
 *
 * @param warnings the worst first
 */
public record EnterpriseWarnings(String uscc, LocalDate asOf, List<Warning> warnings) {
  public EnterpriseWarnings {
    warnings = List.copyOf(warnings);
  }
}
