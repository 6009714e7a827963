package org.xinyidai.engine.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.subject.Region;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.uptake.Assessment;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.PointsFormula;

/** The tables that the office exports (导出表). */
public final class ExportTables {
  private static final int SHARE_SCALE = 10;
  private static final double FEN_PER_YUAN = 100;

  /** Rows of one export: the answer is kept for a day, in case its caller asks again. */
  public static final int MOST_ROWS = 50_000;

  /** Digits of a row's mark: no two of a hundred thousand rows share one. */
  private static final int MARK_DIGITS = 16;

  private ExportTables() {}

  /** A table and whom it names. */
  public record Named(ReportTable table, List<Uscc> subjects) {}

  /** One row an item of a pack. */
  public static ReportTable indicators(Assessment assessment) {
    List<List<Object>> rows = new ArrayList<>();
    for (ItemResult result : assessment.items()) {
      rows.add(
          List.of(
              result.item().id(),
              result.item().name().zh(),
              number(result.value()),
              result.item().wanted().map(target -> target.titleZh()).orElse(""),
              result.verdict().id(),
              number(result.points()),
              number(result.item().scoring().map(PointsFormula::most).orElse(null)),
              result.source().id()));
    }
    return new ReportTable(
        assessment.pack().id() + " " + assessment.asOf(),
        List.of("item", "name", "value", "target", "verdict", "points", "most", "origin"),
        rows);
  }

  private static Object number(@Nullable Ratio ratio) {
    return ratio == null ? "" : ratio.toDecimal(SHARE_SCALE).doubleValue();
  }

  /**
   * One row an application filed by a day, as it stands now; whose it is stands there only where it
   * shall. One row more than {@link #MOST_ROWS} where there are too many.
   *
   * @param district whose enterprises alone go out; null for all
   * @param mark by which rows of another export cannot be told to be the same
   */
  public static Named applications(
      Loans loans, LocalDate asOf, @Nullable Region district, boolean named, String mark) {
    List<List<Object>> rows = new ArrayList<>();
    Set<Uscc> subjects = new LinkedHashSet<>();
    loans
        .applications()
        .forEachWhole(
            one -> {
              boolean wanted = isWithin(one, district) && !filedOn(one).isAfter(asOf);
              if (wanted && rows.size() <= MOST_ROWS) {
                String id = one.id().value();
                String shown =
                    named ? id : Sm3.of((mark + id).getBytes(UTF_8)).substring(0, MARK_DIGITS);
                rows.add(row(one, shown, named ? one.filing().uscc().value() : ""));
                if (named) {
                  subjects.add(one.filing().uscc());
                }
              }
            });
    List<String> columns =
        List.of(
            "application",
            "uscc",
            "district",
            "lender",
            "product",
            "filed_on",
            "state_now",
            "asked_yuan",
            "granted_yuan",
            "drawn_yuan",
            "balance_yuan",
            "rate_bp",
            "security",
            "first_loan",
            "denial");
    return new Named(new ReportTable("applications", columns, rows), List.copyOf(subjects));
  }

  private static boolean isWithin(Application one, @Nullable Region district) {
    String code = one.filing().district();
    return district == null || (Region.isWellFormed(code) && new Region(code).isWithin(district));
  }

  private static LocalDate filedOn(Application one) {
    return ChinaTime.dayOf(one.filing().at());
  }

  private static List<Object> row(Application one, String id, String uscc) {
    @Nullable Grant grant = one.grant();
    @Nullable DenialReason denial = one.denial();
    return List.of(
        id,
        uscc,
        one.filing().district(),
        one.filing().target().lender(),
        one.filing().target().product().value(),
        filedOn(one).toString(),
        one.state().name(),
        one.filing().request().amountFen() / FEN_PER_YUAN,
        grant == null ? "" : (Object) (grant.amountFen() / FEN_PER_YUAN),
        one.loan().drawnFen() / FEN_PER_YUAN,
        one.loan().balanceFen() / FEN_PER_YUAN,
        grant == null ? "" : (Object) grant.rateBp(),
        grant == null ? "" : grant.security().code(),
        grant == null ? "" : Boolean.toString(grant.firstLoan()),
        denial == null ? "" : denial.code());
  }
}
