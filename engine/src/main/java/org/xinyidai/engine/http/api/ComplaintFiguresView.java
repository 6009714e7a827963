package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.complaint.ComplaintDesk;
import org.xinyidai.engine.quality.Figures;
import org.xinyidai.models.complaint.ComplaintRates;
import org.xinyidai.models.complaint.ComplaintWords.Channel;
import org.xinyidai.models.quality.OfficeFigure;

/**
 * The complaints of a month in rates (投诉办理统计).
 *
 * @param entered what the office entered of the hotline by hand; it never mixes with what is
 *     counted here
 */
record ComplaintFiguresView(String month, Rates all, List<OfChannel> channels, Entered entered) {
  /** Counts, and rates in basis points; a rate is null where there is nothing to divide by. */
  record Rates(
      long received,
      long withdrawn,
      long solved,
      long satisfied,
      long rated,
      long inTime,
      long overdue,
      @Nullable Long solvedBp,
      @Nullable Long satisfiedBp,
      @Nullable Long inTimeBp) {
    static Rates of(ComplaintRates rates) {
      return new Rates(
          rates.received(),
          rates.withdrawn(),
          rates.solved(),
          rates.satisfied(),
          rates.rated(),
          rates.inTime(),
          rates.overdue(),
          rates.solvedBp(),
          rates.satisfiedBp(),
          rates.inTimeBp());
    }
  }

  /** Those of one channel, counted here. */
  record OfChannel(String channel, String channelZh, Rates rates) {}

  /** Entered by hand; null where nobody did. */
  record Entered(@Nullable Long received, @Nullable Long solved, @Nullable Long satisfied) {}

  static ComplaintFiguresView of(
      YearMonth month, ComplaintDesk desk, LocalDate today, Figures figures) {
    return new ComplaintFiguresView(
        month.toString(),
        Rates.of(desk.rates(month, today, one -> true)),
        Arrays.stream(Channel.values())
            .map(
                channel ->
                    new OfChannel(
                        channel.name().toLowerCase(Locale.ROOT),
                        channel.titleZh(),
                        Rates.of(desk.rates(month, today, one -> one.channel() == channel))))
            .toList(),
        new Entered(
            entered(figures, month, OfficeFigure.HOTLINE_RECEIVED),
            entered(figures, month, OfficeFigure.HOTLINE_SOLVED),
            entered(figures, month, OfficeFigure.HOTLINE_SATISFIED)));
  }

  /** The last value that was entered; one taken back is none. */
  private static @Nullable Long entered(Figures figures, YearMonth month, OfficeFigure figure) {
    List<Figures.Entry> entries =
        figures.history(month).stream()
            .filter(entry -> entry.subject().figure() == figure)
            .toList();
    return entries.isEmpty() ? null : entries.get(entries.size() - 1).value();
  }
}
