package org.xinyidai.models.financing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.subject.Uscc;

/**
 * A financing demand (融资需求) that an enterprise posts. Requirement B1.
 *
 * @param postedOn the day on which it was posted
 * @param declared what the enterprise says of itself, by name of a declared attribute
 */
public record Demand(
    DemandId id, Uscc uscc, LoanRequest request, LocalDate postedOn, Map<String, Double> declared) {
  public Demand {
    declared = Collections.unmodifiableMap(new TreeMap<>(declared));
  }
}
