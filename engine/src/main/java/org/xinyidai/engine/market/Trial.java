package org.xinyidai.engine.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.match.DryRun;
import org.xinyidai.models.match.SmallCounts;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.product.Text;

/**
 * A dry run as the lender sees it (试运行结果): every count in whole tens, null where fewer than ten.
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
          "目前没有或不足10家企业能通过全部条件，请按各条件的排除数放宽，或确认确需如此",
          "nobody, or fewer than ten enterprises, would pass; loosen what keeps most away");

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

  /** Covers the small counts of a report; the criterion that keeps most away stands first. */
  static Trial of(
      DryRun.Report report,
      ProductDraft draft,
      @Nullable LoanProduct before,
      AttributeCatalogue catalogue,
      LocalDate asOf) {
    Map<String, Share> districts = new TreeMap<>();
    report
        .byDistrict()
        .forEach(
            (district, share) ->
                districts.put(
                    district, new Share(covered(share.enterprises()), covered(share.passing()))));
    List<Exclusion> exclusions =
        report.byCriterion().stream()
            .sorted((a, b) -> Long.compare(b.failing(), a.failing()))
            .map(
                one ->
                    new Exclusion(
                        one.attribute(),
                        one.criterion(),
                        covered(one.failing()),
                        covered(one.failingAlone())))
            .toList();
    return new Trial(
        draft.life().revision(),
        asOf,
        before == null ? null : before.version(),
        covered(report.enterprises()),
        covered(report.passing()),
        covered(report.ruledOut()),
        covered(report.limitTooLow()),
        covered(report.gained()),
        covered(report.lost()),
        districts,
        exclusions,
        warnings(report, draft.product(), catalogue));
  }

  private static List<Warning> warnings(
      DryRun.Report report, LoanProduct product, AttributeCatalogue catalogue) {
    List<Warning> warnings = new ArrayList<>();
    if (report.enterprises() >= SmallCounts.LEAST && report.passing() < SmallCounts.LEAST) {
      warnings.add(new Warning(".criteria", HARDLY_ANYBODY));
    }
    report.coverage().warnings(product, catalogue).forEach(one -> warnings.add(of(one)));
    return warnings;
  }

  private static Warning of(Problem problem) {
    return new Warning(problem.path(), problem.words());
  }

  private static @Nullable Long covered(long count) {
    OptionalLong told = SmallCounts.covered(count);
    return told.isPresent() ? told.getAsLong() : null;
  }
}
