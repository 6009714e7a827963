package org.xinyidai.models.financing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.subject.Uscc;

/**
 * A financing demand (融资需求) that an enterprise posts. Requirement B1.
 *
 * @param postedOn the day on which it was posted
 * @param declared what the enterprise says of itself, by name of a declared attribute
 * @param preferredLenders organisations of the lenders that the enterprise named; empty where all
 *     are the same to it
 * @param expiresOn the last day on which it stands; null where it was posted before demands expired
 * @param closedOn the day on which the enterprise closed it, null while it has not
 */
public record Demand(
    DemandId id,
    Uscc uscc,
    LoanRequest request,
    LocalDate postedOn,
    Map<String, Double> declared,
    Set<String> preferredLenders,
    @Nullable LocalDate expiresOn,
    @Nullable LocalDate closedOn) {
  /** Whether a demand is looked at. */
  public enum Status {
    OPEN("open"),
    EXPIRED("expired"),
    CLOSED("closed");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    /** The stable code in answers. */
    public String code() {
      return code;
    }
  }

  /** Who names no last day has this many days: a quarter, after which needs have changed. */
  public static final int USUAL_DAYS = 90;

  /** The last day lies at most a year ahead. */
  public static final int MOST_DAYS = 366;

  public Demand {
    declared = Collections.unmodifiableMap(new TreeMap<>(declared));
    preferredLenders = Collections.unmodifiableSet(new TreeSet<>(preferredLenders));
  }

  /** An open demand without wishes for a lender. */
  public Demand(
      DemandId id,
      Uscc uscc,
      LoanRequest request,
      LocalDate postedOn,
      Map<String, Double> declared) {
    this(id, uscc, request, postedOn, declared, Set.of(), postedOn.plusDays(USUAL_DAYS), null);
  }

  public Status status(LocalDate day) {
    if (closedOn != null) {
      return Status.CLOSED;
    }
    return expiresOn != null && day.isAfter(expiresOn) ? Status.EXPIRED : Status.OPEN;
  }

  /** The same demand with what another one asks for; number, enterprise and first day stay. */
  public Demand revised(Demand other) {
    return new Demand(
        id,
        uscc,
        other.request,
        postedOn,
        other.declared,
        other.preferredLenders,
        other.expiresOn,
        closedOn);
  }

  /** The same demand, no longer looked at. */
  public Demand closed(LocalDate day) {
    return new Demand(id, uscc, request, postedOn, declared, preferredLenders, expiresOn, day);
  }
}
