package org.xinyidai.models.feature;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.SourceRecord;
import org.xinyidai.models.subject.Uscc;

/**
 * The facts of one enterprise from a seed, as real feeds send them: feeds that are absent,
 * histories of every length, months without a record, corrections, facts of later days and facts
 * learnt later.
 */
final class RandomFacts {
  static final Uscc USCC = Uscc.fromStem("91430100MA4L0001");

  private static final int LONGEST_MONTHS = 45;
  private static final int MONTHS_AFTER = 5;

  final LocalDate asOf;
  final Instant knownAt;
  final List<Fact<?>> facts = new ArrayList<>();

  private final SplittableRandom random;
  private final RandomRecords records;

  RandomFacts(long seed) {
    random = new SplittableRandom(seed);
    LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(800));
    asOf = random.nextInt(3) == 0 ? day.withDayOfMonth(day.lengthOfMonth()) : day;
    knownAt = asOf.plusDays(random.nextInt(60)).atStartOfDay().toInstant(ZoneOffset.UTC);
    records = new RandomRecords(random);
    for (Feed<?> feed : Feeds.ALL) {
      if (random.nextInt(5) > 0) {
        fill(feed);
      }
    }
  }

  /** The facts about days that had come by the day of the observation. */
  List<Fact<?>> past() {
    List<Fact<?>> past = new ArrayList<>(facts);
    past.removeIf(fact -> fact.record().day().isAfter(asOf));
    return past;
  }

  private <R extends SourceRecord> void fill(Feed<R> feed) {
    int months = random.nextInt(LONGEST_MONTHS) + 1;
    int percentActive = 20 + random.nextInt(80);
    // Social security and housing fund say one thing of a month.
    int most = feed.number() == 10 || feed.number() == 11 ? 1 : 1 + random.nextInt(6);
    for (int i = -MONTHS_AFTER; i < months; i++) {
      LocalDate month = asOf.minusMonths(i).withDayOfMonth(1);
      int count = random.nextInt(100) < percentActive ? random.nextInt(most + 1) : 0;
      for (int j = 0; j < count; j++) {
        add(feed, month, "" + i + j);
      }
    }
  }

  /**
   * A record, and now and then its correction: of the same day and identity, with another content.
   */
  private <R extends SourceRecord> void add(Feed<R> feed, LocalDate month, String identity) {
    LocalDate day = month.plusDays(random.nextInt(month.lengthOfMonth()));
    R record = records.of(feed, day, identity);
    Instant known =
        record.day().plusDays(random.nextInt(40)).atStartOfDay().toInstant(ZoneOffset.UTC);
    if (random.nextInt(20) == 0) {
      known = knownAt.plusSeconds(1 + random.nextInt(1_000_000));
    }
    facts.add(new Fact<>(feed, record, identity, 0, known));
    if (random.nextInt(8) == 0) {
      Instant corrected = known.plusSeconds(random.nextInt(5_000_000));
      facts.add(new Fact<>(feed, records.of(feed, day, identity), identity, 1, corrected));
    }
  }
}
