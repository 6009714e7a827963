package org.xinyidai.engine.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.match.DryRun;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.product.Text;

/**
 * A dry run as the lender sees it (试运行结果): every count about and in tens, null where too few.
 *
 * @param revision of the terms that were tried
 * @param versionBefore the version that they were held against, null where there was none
 * @param warnings criteria that hardly any enterprise has data for
 */
public record Trial(
    int revision,
    LocalDate asOf,
    @Nullable Integer versionBefore,
    @Nullable Long enterprises,
    @Nullable Long passing,
    @Nullable Long ruledOut,
    @Nullable Long limitTooLow,
    @Nullable Long gained,
    @Nullable Long lost,
    Map<String, Share> byDistrict,
    List<Exclusion> byCriterion,
    List<Warning> warnings) {

  private static final Text HARDLY_ANYBODY =
      new Text(
          "目前没有或仅有极少企业能通过全部条件，请按各条件的排除数放宽，或确认确需如此",
          "nobody, or too few enterprises to be counted, would pass; loosen what keeps most away");

  /** A district's enterprises and those that pass. */
  public record Share(@Nullable Long enterprises, @Nullable Long passing) {}

  /** What a criterion keeps away, and what it alone keeps away. */
  public record Exclusion(
      String attribute, Text criterion, @Nullable Long failing, @Nullable Long failingAlone) {}

  /** Something to think about before it is signed. */
  public record Warning(String path, Text words) {}

  public Trial {
    byDistrict = new TreeMap<>(byDistrict);
    byCriterion = List.copyOf(byCriterion);
    warnings = List.copyOf(warnings);
  }

  /** Covers the counts of a report; the criterion that keeps most away stands first. */
  static Trial of(
      DryRun.Report report,
      ProductDraft draft,
      @Nullable LoanProduct before,
      List<Problem> warnings,
      Covered covered) {
    Map<String, Share> districts = new TreeMap<>();
    report
        .byDistrict()
        .forEach(
            (district, share) ->
                districts.put(
                    district,
                    new Share(
                        covered.of("district " + district, share.enterprises()),
                        covered.of("passing in " + district, share.passing()))));
    return new Trial(
        draft.life().revision(),
        covered.day(),
        before == null ? null : before.version(),
        covered.of("enterprises", report.enterprises()),
        covered.of("passing", report.passing()),
        covered.of("ruled out", report.ruledOut()),
        covered.of("limit too low", report.limitTooLow()),
        covered.of("gained", report.gained()),
        covered.of("lost", report.lost()),
        districts,
        exclusions(report, covered),
        warnings(report, warnings, covered));
  }

  private static List<Warning> warnings(
      DryRun.Report report, List<Problem> coverage, Covered covered) {
    List<Warning> warnings = new ArrayList<>();
    // By what is told, not by what is so: a warning at an exact border would tell the count.
    if (covered.of("passing", report.passing()) == null) {
      warnings.add(new Warning(".criteria", HARDLY_ANYBODY));
    }
    coverage.forEach(one -> warnings.add(of(one)));
    return warnings;
  }

  /** How counts are told, of a run on a day. */
  record Covered(LocalDate day, CountCover cover) {
    @Nullable Long of(String what, long count) {
      OptionalLong told = cover.told(what, count);
      return told.isPresent() ? told.getAsLong() : null;
    }
  }

  /** In the order of what is told, for the order of what is not would tell more. */
  private static List<Exclusion> exclusions(DryRun.Report report, Covered covered) {
    List<Exclusion> exclusions = new ArrayList<>();
    for (DryRun.Exclusion one : report.byCriterion()) {
      String place = " " + exclusions.size();
      exclusions.add(
          new Exclusion(
              one.attribute(),
              one.criterion(),
              covered.of("failing" + place, one.failing()),
              covered.of("failing alone" + place, one.failingAlone())));
    }
    exclusions.sort(
        Comparator.comparingLong((Exclusion one) -> one.failing() == null ? 0 : one.failing())
            .reversed());
    return exclusions;
  }

  private static Warning of(Problem problem) {
    return new Warning(problem.path(), problem.words());
  }
}
