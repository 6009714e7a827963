package org.xinyidai.models.dispute;

import java.util.HashMap;
import java.util.Map;
import org.xinyidai.models.record.Feed;

/**
 * What a dispute does to the features of each feed (争议期处理规则), declared as data. A feed that it does
 * not name freezes: leaving out a month of a flow or a state of the register would make a hole in
 * all that stands on it.
 */
public record EffectPolicy(Map<Feed<?>, Effect> byFeed) {
  public EffectPolicy {
    byFeed = Map.copyOf(new HashMap<>(byFeed));
  }

  /** The effect of a dispute of one fact of the feed. */
  public Effect of(Feed<?> feed) {
    return byFeed.getOrDefault(feed, Effect.FREEZE);
  }
}
