package org.xinyidai.engine.quality;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.xinyidai.engine.quality.Figures.Entry;
import org.xinyidai.engine.quality.Figures.Subject;
import org.xinyidai.models.quality.OfficeFigure;

/** The figures of one month that hold (当月填报值). */
public final class MonthFigures {
  /** No figures were entered. */
  public static final MonthFigures NONE = new MonthFigures(List.of());

  private final Map<Subject, Long> values = new LinkedHashMap<>();

  /**
   * The last value of each subject holds.
   *
   * @param history the oldest first
   */
  MonthFigures(List<Entry> history) {
    for (Entry entry : history) {
      Long value = entry.value();
      if (value == null) {
        values.remove(entry.subject());
      } else {
        values.put(entry.subject(), value);
      }
    }
  }

  /**
   * A figure of a feed: as entered for this very place, else the sum of its parts.
   *
   * @param source empty for all
   * @param district empty for all
   */
  OptionalLong of(OfficeFigure figure, String feed, String source, String district) {
    long sum = 0;
    boolean any = false;
    for (Map.Entry<Subject, Long> each : values.entrySet()) {
      Subject subject = each.getKey();
      if (subject.figure() != figure || !subject.feed().equals(feed)) {
        continue;
      }
      if (subject.source().equals(source) && subject.district().equals(district)) {
        return OptionalLong.of(each.getValue());
      }
      boolean part =
          (source.isEmpty() || subject.source().equals(source))
              && (district.isEmpty() || subject.district().equals(district));
      if (part) {
        any = true;
        sum += each.getValue();
      }
    }
    return any ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  /** Every figure that is known; those of feeds added up over the given feeds. */
  Map<OfficeFigure, Long> known(List<String> feeds) {
    Map<OfficeFigure, Long> known = new EnumMap<>(OfficeFigure.class);
    for (OfficeFigure figure : OfficeFigure.values()) {
      for (String feed : figure.isOfFeed() ? feeds : List.of("")) {
        of(figure, feed, "", "").ifPresent(value -> known.merge(figure, value, Long::sum));
      }
    }
    return known;
  }
}
