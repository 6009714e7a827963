package org.xinyidai.engine.http.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.quality.Figures;
import org.xinyidai.engine.quality.QualityDesk;
import org.xinyidai.engine.quality.QualityReport;
import org.xinyidai.models.quality.CodeOwner;
import org.xinyidai.models.quality.OfficeFigure;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.quality.ReportCounts;
import org.xinyidai.models.quality.Threshold;

/** The quality of a month as the API shows it (数据质量); null is not known, never zero. */
record QualityView(
    String month,
    List<Line> lines,
    List<Indicator> indicators,
    List<WrongCodes> wrongCodes,
    List<Owed> owed) {
  private static final int RATE_DECIMALS = 6;

  /** Counts and rates of a place. */
  record Line(
      String feed,
      String source,
      String district,
      @Nullable Long due,
      long reported,
      long conforming,
      long wrong,
      long repeated,
      long corrected,
      long inTime,
      long late,
      long loaded,
      long codeErrors,
      long concealed,
      @Nullable BigDecimal reportRate,
      @Nullable BigDecimal conformingRate,
      @Nullable BigDecimal timelyRate,
      @Nullable BigDecimal loadRate,
      @Nullable BigDecimal repeatAndErrorRate) {
    static Line of(QualityReport.Line line) {
      ReportCounts counts = line.counts();
      return new Line(
          line.feed(),
          line.source(),
          line.district(),
          counts.due() == 0 ? null : counts.due(),
          counts.reported(),
          counts.conforming(),
          counts.wrong(),
          counts.repeated(),
          line.tally().corrected(),
          counts.inTime(),
          counts.late(),
          counts.loaded(),
          line.tally().codeErrors(),
          counts.concealed(),
          decimal(counts.reportRate()),
          decimal(counts.conformingRate()),
          decimal(counts.timelyRate()),
          decimal(counts.loadRate()),
          decimal(counts.repeatAndErrorRate()));
    }
  }

  /** An item of the scheme. */
  record Indicator(
      String requirement,
      String titleZh,
      @Nullable BigDecimal value,
      @Nullable BigDecimal points,
      long most,
      List<Bound> bounds,
      List<String> missing,
      boolean byHand) {
    static Indicator of(org.xinyidai.models.quality.Indicator each) {
      return new Indicator(
          each.requirement(),
          each.titleZh(),
          decimal(each.known()),
          decimal(each.earned()),
          each.most(),
          each.thresholds().stream().map(t -> Bound.of(t, each.known())).toList(),
          each.missing().stream().map(OfficeFigure::id).toList(),
          each.byHand());
    }
  }

  /** A bound that a document sets, and whether it is kept. */
  record Bound(String source, String comparison, BigDecimal bound, @Nullable Boolean met) {
    static Bound of(Threshold threshold, Optional<Ratio> value) {
      return new Bound(
          threshold.source(),
          threshold.comparison().sign(),
          threshold.bound().toDecimal(RATE_DECIMALS),
          value.map(threshold::isMetBy).orElse(null));
    }
  }

  /** Refused codes by the office that registers them. */
  record WrongCodes(String first, String owner, long count) {}

  /** A report that is owed or came late. */
  record Owed(String feed, String source, String state, String lastMonth) {}

  /** A figure that was entered. */
  record Figure(
      String month,
      String name,
      String titleZh,
      String feed,
      String source,
      String district,
      @Nullable Long value,
      String by,
      Instant at,
      String note) {
    static Figure of(Figures.Entry entry) {
      Figures.Subject subject = entry.subject();
      return new Figure(
          subject.month().toString(),
          subject.figure().id(),
          subject.figure().titleZh(),
          subject.feed(),
          subject.source(),
          subject.district(),
          entry.value(),
          entry.by(),
          entry.at(),
          entry.note());
    }
  }

  static QualityView of(YearMonth month, QualityDesk.Quality quality) {
    List<WrongCodes> codes =
        Arrays.stream(CodeOwner.values())
            .map(
                owner ->
                    new WrongCodes(
                        String.valueOf(owner.digit()),
                        owner.titleZh(),
                        quality.wrongCodes().getOrDefault(owner, 0L)))
            .toList();
    return new QualityView(
        month.toString(),
        quality.report().lines().stream().map(Line::of).toList(),
        quality.indicators().stream().map(Indicator::of).toList(),
        codes,
        quality.owed().stream()
            .map(
                o ->
                    new Owed(
                        o.feed(),
                        o.source(),
                        o.state().name().toLowerCase(Locale.ROOT),
                        o.last().toString()))
            .toList());
  }

  private static @Nullable BigDecimal decimal(Optional<Ratio> ratio) {
    return ratio.map(value -> value.toDecimal(RATE_DECIMALS)).orElse(null);
  }
}
