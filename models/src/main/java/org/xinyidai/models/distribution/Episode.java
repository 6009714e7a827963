package org.xinyidai.models.distribution;

import java.time.YearMonth;
import java.util.List;

/**
 * A shift that began in one month, in one district, with one feed (漂移事件): where to look for what
 * broke or changed.
 *
 * @param feeds ids of the feeds that explain it; more than one only where no feature tells them
 *     apart
 * @param district a division code, or {@link #EVERYWHERE}
 * @param since the first month in which it shows
 * @param until the last, as far as months are known
 * @param features names of the features that moved, the most moved first
 * @param stability the greatest PSI among them
 */
public record Episode(
    List<String> feeds,
    String district,
    YearMonth since,
    YearMonth until,
    List<String> features,
    double stability) {
  /** More than half of the districts moved alike. */
  public static final String EVERYWHERE = "*";

  public Episode {
    feeds = List.copyOf(feeds);
    features = List.copyOf(features);
  }
}
