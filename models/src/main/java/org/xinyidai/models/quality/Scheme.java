package org.xinyidai.models.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The items of the scheme that data quality decides (数据质量考核), for a month: C10, C11, C12, C14, C18
 * and C20. An item is scored where all its inputs are known; missing is never taken for zero.
 */
public final class Scheme {
  private static final String DOUBLE_PUBLICITY = "双公示合规率×6+及时率×6-瞒报×6";
  private static final long DOUBLE_PUBLICITY_POINTS = 12;

  private final Counted counted;
  private final Map<OfficeFigure, Long> figures;

  /**
   * What the platform counted itself.
   *
   * @param publicity permits and penalties of the month; concealed ones are not counted here
   * @param enterpriseUtilityRecords filed under enterprises in the month
   * @param register what the register comes to, null where it was not counted
   */
  public record Counted(
      ReportCounts publicity, long enterpriseUtilityRecords, @Nullable Register register) {}

  /**
   * The register of legal persons (法人库).
   *
   * @param legalPersons firms and cooperatives that are not gone
   * @param covered of these, those with a record of any other feed
   * @param wrongCodes codes that were refused in registrations, or given to two subjects
   */
  public record Register(long legalPersons, long covered, long wrongCodes) {}

  /**
   * The scheme of a month.
   *
   * @param figures what the office entered; those of feeds added up
   */
  public Scheme(Counted counted, Map<OfficeFigure, Long> figures) {
    this.counted = counted;
    this.figures = Map.copyOf(figures);
  }

  /** All items in order of requirement. */
  public List<Indicator> indicators() {
    List<Indicator> all = new ArrayList<>();
    all.add(doublePublicity());
    all.add(
        scored(
            PointRule.FIVE_TYPES,
            OfficeFigure.FIVE_TYPES_CONFORMING,
            OfficeFigure.FIVE_TYPES_REPORTED));
    all.add(scored(PointRule.COMMITMENTS, OfficeFigure.COMMITMENTS, OfficeFigure.MARKET_SUBJECTS));
    all.add(utilityOfEnterprises());
    all.add(
        scored(
            PointRule.UTILITY_PERSONS,
            OfficeFigure.PERSON_UTILITY_RECORDS,
            OfficeFigure.POPULATION));
    all.add(legalPersons());
    all.add(adults());
    all.add(codeErrors());
    all.add(codesPutRight());
    return all;
  }

  /** C10. The concealed records must be told, also where there are none. */
  private Indicator doublePublicity() {
    ReportCounts reported = counted.publicity();
    Long concealed = figures.get(OfficeFigure.CONCEALED);
    Ratio points = null;
    if (concealed != null) {
      ReportCounts all = reported.plus(new ReportCounts(0, 0, 0, 0, 0, 0, concealed));
      points = DoublePublicity.points(all).orElse(null);
    }
    return new Indicator(
        "C10",
        DOUBLE_PUBLICITY,
        reported.conformingRate().orElse(null),
        points,
        DOUBLE_PUBLICITY_POINTS,
        List.of(Threshold.CONFORMING_RATE),
        missing(OfficeFigure.CONCEALED),
        concealed != null);
  }

  private Indicator utilityOfEnterprises() {
    Ratio value =
        ratio(counted.enterpriseUtilityRecords(), figures.get(OfficeFigure.MARKET_SUBJECTS));
    return scored(
        PointRule.UTILITY_ENTERPRISES, value, missing(OfficeFigure.MARKET_SUBJECTS), value != null);
  }

  /** C18. Of the legal persons that the office tells, else of those in the register. */
  private Indicator legalPersons() {
    Register register = counted.register();
    Long told = figures.get(OfficeFigure.LEGAL_PERSONS);
    Ratio value =
        register == null
            ? null
            : ratio(register.covered(), Optional.ofNullable(told).orElse(register.legalPersons()));
    return bounded(Threshold.LEGAL_PERSON_COVERAGE, value, List.of(), told != null);
  }

  private Indicator adults() {
    List<OfficeFigure> missing = missing(OfficeFigure.ADULTS_COVERED, OfficeFigure.ADULTS);
    return bounded(
        Threshold.ADULT_COVERAGE,
        ratio(OfficeFigure.ADULTS_COVERED, OfficeFigure.ADULTS),
        missing,
        missing.isEmpty());
  }

  /** C20, the rate: wrong or repeated codes among all codes of the register. */
  private Indicator codeErrors() {
    Register register = counted.register();
    Ratio value =
        register == null
            ? null
            : ratio(register.wrongCodes(), register.legalPersons() + register.wrongCodes());
    Threshold first = Threshold.CODE_ERROR_RATE.get(0);
    return new Indicator(
        first.requirement(),
        first.titleZh(),
        value,
        null,
        0,
        Threshold.CODE_ERROR_RATE,
        List.of(),
        false);
  }

  /** C20, the points: the share put right of those that the upper node found; all where none. */
  private Indicator codesPutRight() {
    List<OfficeFigure> missing = missing(OfficeFigure.CODE_ERRORS_FOUND);
    Long found = figures.get(OfficeFigure.CODE_ERRORS_FOUND);
    if (found != null && found == 0) {
      return scored(PointRule.CODES_PUT_RIGHT, Ratio.ONE, missing, true);
    }
    return scored(
        PointRule.CODES_PUT_RIGHT,
        OfficeFigure.CODE_ERRORS_PUT_RIGHT,
        OfficeFigure.CODE_ERRORS_FOUND);
  }

  private Indicator scored(PointRule rule, OfficeFigure part, OfficeFigure whole) {
    List<OfficeFigure> missing = missing(part, whole);
    return scored(rule, ratio(part, whole), missing, missing.isEmpty());
  }

  private static Indicator scored(
      PointRule rule, @Nullable Ratio value, List<OfficeFigure> missing, boolean byHand) {
    Ratio points = value == null ? null : rule.pointsOf(value);
    return new Indicator(
        rule.requirement(),
        rule.titleZh(),
        value,
        points,
        rule.points(),
        List.of(),
        missing,
        byHand);
  }

  private static Indicator bounded(
      Threshold threshold, @Nullable Ratio value, List<OfficeFigure> missing, boolean byHand) {
    return new Indicator(
        threshold.requirement(),
        threshold.titleZh(),
        value,
        null,
        0,
        List.of(threshold),
        missing,
        byHand);
  }

  private List<OfficeFigure> missing(OfficeFigure... wanted) {
    return List.of(wanted).stream().filter(figure -> !figures.containsKey(figure)).toList();
  }

  private @Nullable Ratio ratio(OfficeFigure part, OfficeFigure whole) {
    Long above = figures.get(part);
    return above == null ? null : ratio(above, figures.get(whole));
  }

  private static @Nullable Ratio ratio(long part, @Nullable Long whole) {
    return whole == null ? null : Optional.of(whole).flatMap(w -> Ratio.of(part, w)).orElse(null);
  }
}
