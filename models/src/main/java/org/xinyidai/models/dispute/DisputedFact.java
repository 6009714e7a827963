package org.xinyidai.models.dispute;

import java.time.LocalDate;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.Feed;

/**
 * The fact that a case is about (争议事实), named as the store names it: all its versions.
 *
 * @param day the day the fact is about
 * @param identity unique within one enterprise, feed and day
 */
public record DisputedFact(Feed<?> feed, LocalDate day, String identity) {
  /** The name of a fact. */
  public static DisputedFact of(Fact<?> fact) {
    return new DisputedFact(fact.feed(), fact.record().day(), fact.identity());
  }
}
