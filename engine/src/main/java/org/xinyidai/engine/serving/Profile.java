package org.xinyidai.engine.serving;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

/**
 * Who an enterprise is on a day (企业概况): what the register said last by then, and which feeds speak
 * of it. Fields of the register are null where the platform has no registration of it.
 *
 * @param feeds ids of the feeds with at least one record, in the order of the catalogue
 * @param records how many records are known
 */
public record Profile(
    Uscc uscc,
    @Nullable String name,
    @Nullable LocalDate foundedOn,
    @Nullable EnterpriseStatus status,
    @Nullable String industryCode,
    @Nullable String divisionCode,
    @Nullable SubjectType subjectType,
    List<String> feeds,
    long records) {
  public Profile {
    feeds = List.copyOf(feeds);
  }

  /** The profile that a history tells on a day. */
  public static Profile of(History history, LocalDate asOf) {
    List<String> feeds = Feeds.KNOWN.stream().filter(history::has).map(Feed::id).toList();
    long records = Feeds.KNOWN.stream().mapToLong(feed -> history.of(feed).size()).sum();
    Optional<MarketRegistration> registered = lastBy(history, asOf);
    if (registered.isEmpty()) {
      return new Profile(history.uscc(), null, null, null, null, null, null, feeds, records);
    }
    MarketRegistration newest = registered.get();
    return new Profile(
        history.uscc(),
        newest.name(),
        newest.foundedOn(),
        newest.status(),
        newest.industryCode(),
        newest.divisionCode(),
        newest.subjectType(),
        feeds,
        records);
  }

  private static Optional<MarketRegistration> lastBy(History history, LocalDate asOf) {
    return history.of(MarketRegistration.FEED).stream()
        .filter(record -> !record.day().isAfter(asOf))
        .reduce((earlier, later) -> later);
  }
}
