package org.xinyidai.models.quality;

import java.util.Optional;

/** How permits and penalties (双公示) are judged by the district's scheme. */
public final class DoublePublicity {
  private static final Ratio EACH = Ratio.whole(6);

  private DoublePublicity() {}

  /**
   * Conforming rate x 6 + timely rate x 6, less 6 for each concealed record found (C10). Our floor:
   * not below zero, since the scheme's points are a part of 100. Empty when nothing was reported
   * and nothing concealed; with concealed records alone it is zero.
   */
  public static Optional<Ratio> points(ReportCounts counts) {
    if (counts.reported() == 0) {
      return counts.concealed() == 0 ? Optional.empty() : Optional.of(Ratio.ZERO);
    }
    Ratio conforming = new Ratio(counts.conforming(), counts.reported());
    Ratio timely = new Ratio(counts.inTime(), counts.reported());
    Ratio earned = conforming.plus(timely).times(EACH);
    Ratio lost = EACH.times(Ratio.whole(counts.concealed()));
    return Optional.of(earned.minus(lost).clamp(Ratio.ZERO, Ratio.whole(12)));
  }

  /** Conforming at least 99%, and neither a late nor a concealed record (迟报、瞒报双清零, C9). */
  public static boolean isClean(ReportCounts counts) {
    return counts.late() == 0
        && counts.concealed() == 0
        && counts.conformingRate().filter(Threshold.CONFORMING_RATE::isMetBy).isPresent();
  }
}
