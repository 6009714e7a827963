package org.xinyidai.engine.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.history.History;
import org.xinyidai.models.subject.Uscc;

/**
 * Computes every feature of every enterprise again (全量重算核对), from all versions of all its facts,
 * and compares it to the bit with what was kept while the facts came.
 */
public final class MonthCheck {
  private MonthCheck() {}

  /**
   * What came of it.
   *
   * @param enterprises with facts or with a kept vector
   * @param values compared
   * @param differences values that differ, and every value of an enterprise that one side lacks
   */
  public record Found(long enterprises, long values, long differences) {
    Found plus(Found other) {
      return new Found(
          enterprises + other.enterprises, values + other.values, differences + other.differences);
    }
  }

  /**
   * Compares all shards, some side by side.
   *
   * @param asOf the day for which the vectors were kept
   */
  public static Found of(Platform platform, LocalDate asOf) {
    Instant now = platform.store().instant();
    return IntStream.range(0, platform.store().shards().count())
        .parallel()
        .mapToObj(shard -> shard(platform, shard, asOf, now))
        .reduce(new Found(0, 0, 0), Found::plus);
  }

  private static Found shard(Platform platform, int shard, LocalDate asOf, Instant now) {
    Map<Uscc, FeatureVector> kept = new TreeMap<>();
    platform.vectors().forEach(shard, vector -> kept.put(vector.uscc(), vector));
    Tally tally = new Tally();
    new Histories(platform.store())
        .forEach(
            shard,
            (uscc, facts) -> {
              FeatureVector again =
                  platform.vectors().at(History.knownAt(now, uscc, facts), asOf).vector();
              FeatureVector before = kept.remove(uscc);
              tally.enterprises++;
              tally.values += again.size();
              tally.differences += before == null ? again.size() : differences(before, again);
            });
    kept.values().forEach(left -> tally.differences += left.size());
    return new Found(tally.enterprises + kept.size(), tally.values, tally.differences);
  }

  private static long differences(FeatureVector a, FeatureVector b) {
    if (!a.asOf().equals(b.asOf()) || a.size() != b.size()) {
      return b.size();
    }
    return IntStream.range(0, a.size())
        .filter(
            i ->
                Double.doubleToLongBits(a.value(i)) != Double.doubleToLongBits(b.value(i))
                    || a.missing(i) != b.missing(i))
        .count();
  }

  private static final class Tally {
    private long enterprises;
    private long values;
    private long differences;
  }
}
