package org.xinyidai.engine.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.subject.Uscc;

/**
 * The current version of a stored fact with its row (事实明细).
 *
 * @param withdrawn whether it was taken back; its row is that of the version before
 */
public record FactRow(Name name, int version, Instant knownAt, boolean withdrawn, Row row) {

  /**
   * What names a fact within one enterprise (事实编号): feed, day and the hash of its identity.
   *
   * @param identity 32 hexadecimal digits
   */
  public record Name(Feed<?> feed, LocalDate day, String identity) {
    private static final Pattern SHAPE =
        Pattern.compile("([a-z_0-9]{1,40})\\.(\\d{4}-\\d{2}-\\d{2})\\.([0-9a-f]{32})");

    /** The name that a text is; empty when it is none. */
    public static Optional<Name> parse(String text) {
      Matcher parts = SHAPE.matcher(text);
      if (!parts.matches()) {
        return Optional.empty();
      }
      try {
        LocalDate day = LocalDate.parse(parts.group(2));
        return Feeds.byId(parts.group(1)).map(feed -> new Name(feed, day, parts.group(3)));
      } catch (DateTimeParseException noSuchDay) {
        return Optional.empty();
      }
    }

    byte[] key(Shards shards, Uscc uscc) {
      return FactKey.of(FactKey.enterprise(shards, uscc), feed, day.toEpochDay(), identity);
    }

    @Override
    public String toString() {
      return feed.id() + "." + day + "." + identity;
    }
  }
}
