package org.xinyidai.engine.uptake;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.quality.Figures;
import org.xinyidai.models.quality.OfficeFigure;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.Permit;
import org.xinyidai.models.uptake.Figure;
import org.xinyidai.models.uptake.FigureValue;
import org.xinyidai.models.uptake.Period;

/**
 * What the office told for the monthly report of data quality (月报已填数), so that nobody enters it
 * twice: it serves where nothing was entered for the targets themselves.
 */
final class MonthlyEntries {
  /** How far back the last word on a figure that stands is looked for, in months. */
  private static final int FURTHEST = 24;

  private static final String CONCEALED = "concealed_records";
  private static final List<String> PUBLICITY = List.of(Permit.FEED.id(), Penalty.FEED.id());

  private final Figures figures;
  private final Map<YearMonth, List<Figures.Entry>> months = new HashMap<>();

  MonthlyEntries(Figures figures) {
    this.figures = figures;
  }

  Optional<FigureValue> find(Figure figure, Asked asked, Period period) {
    YearMonth month = YearMonth.from(asked.asOf());
    int back = period == Period.CUMULATIVE ? FURTHEST : 0;
    for (int ago = 0; ago <= back; ago++) {
      Optional<FigureValue> found = of(figure, asked, month.minusMonths(ago));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<FigureValue> of(Figure figure, Asked asked, YearMonth month) {
    if (!figure.id().equals(CONCEALED)) {
      return OfficeFigure.ofId(figure.id())
          .filter(told -> !told.isOfFeed())
          .flatMap(told -> last(told, "", asked, month))
          .map(entry -> value(figure, entry, known(entry)));
    }
    long sum = 0;
    Figures.@Nullable Entry any = null;
    for (String feed : PUBLICITY) {
      Optional<Figures.Entry> entry = last(OfficeFigure.CONCEALED, feed, asked, month);
      sum += entry.map(MonthlyEntries::known).orElse(0L);
      any = entry.orElse(any);
    }
    return any == null ? Optional.empty() : Optional.of(value(figure, any, sum));
  }

  /** The last value for all sources in this district; one that was taken back is none. */
  private Optional<Figures.Entry> last(
      OfficeFigure figure, String feed, Asked asked, YearMonth month) {
    Figures.Subject subject = new Figures.Subject(month, figure, feed, "", asked.district());
    return months.computeIfAbsent(month, figures::history).stream()
        .filter(entry -> entry.subject().equals(subject))
        .filter(entry -> asked.knownAt() == null || !entry.at().isAfter(asked.knownAt()))
        .reduce((earlier, later) -> later)
        .filter(entry -> entry.value() != null);
  }

  private static long known(Figures.Entry entry) {
    Long value = entry.value();
    return value == null ? 0 : value;
  }

  private static FigureValue value(Figure figure, Figures.Entry entry, long value) {
    return new FigureValue(
        figure,
        value,
        new FigureValue.Entry(
            entry.subject().month().atDay(1), entry.by(), entry.at(), entry.note()));
  }
}
