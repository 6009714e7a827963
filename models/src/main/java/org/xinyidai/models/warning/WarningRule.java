package org.xinyidai.models.warning;

import org.xinyidai.models.feature.Unit;

/**
 * A declared rule of early warning (预警规则): one measure against its own past.
 *
 * @param measure a feature of the catalogue, or {@link #POINTS}
 * @param windowMonths how far back the past is, 1 or more
 * @param threshold a share for {@link Change#FALLEN_BY_SHARE}, else in the unit of the measure;
 *     above 0
 * @param reasonZh the sentence, with {@code {was}}, {@code {is}}, {@code {change}} and {@code
 *     {months}}
 */
public record WarningRule(
    String id,
    Severity severity,
    String titleZh,
    String titleEn,
    String measure,
    Change change,
    int windowMonths,
    double threshold,
    String reasonZh,
    String reasonEn) {
  /** The measure that is no feature: the points of the score, higher is better. */
  public static final String POINTS = "score_points";

  public WarningRule {
    if (windowMonths < 1 || !(threshold > 0)) {
      throw new IllegalArgumentException(id + ": window and threshold must be above 0");
    }
  }

  /** The warning over a measure that was one value and is another. */
  Warning warning(Unit unit, Moment now, double was, double is) {
    return new Warning(
        id,
        severity,
        titleZh,
        titleEn,
        measure,
        now.vector().asOf(),
        windowMonths,
        was,
        is,
        fill(reasonZh, unit, was, is).replace(Amounts.UNIT, Amounts.zh(unit)),
        fill(reasonEn, unit, was, is).replace(Amounts.UNIT, Amounts.en(unit)));
  }

  private String fill(String sentence, Unit unit, double was, double is) {
    double changed = change.of(was, is);
    boolean share = change == Change.FALLEN_BY_SHARE;
    return sentence
        .replace("{was}", Amounts.text(unit, was))
        .replace("{is}", Amounts.text(unit, is))
        .replace("{change}", share ? Amounts.percent(changed) : Amounts.text(unit, changed))
        .replace("{months}", "" + windowMonths);
  }
}
