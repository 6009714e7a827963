package org.xinyidai.models.dispute;

import java.util.List;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.JudicialCase;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.Penalty;

/** What a dispute does to the features that read the disputed feed, until it is decided (争议期处理). */
public enum Effect {
  /** The fact is left out and the features are computed without it. */
  EXCLUDE("剔除争议事实重算"),
  /** The features keep the value they had before the fact became known. */
  FREEZE("冻结为争议前取值");

  private static final List<Feed<?>> ADVERSE_EVENTS =
      List.of(Penalty.FEED, JudicialCase.FEED, Listing.FEED);

  private final String titleZh;

  Effect(String titleZh) {
    this.titleZh = titleZh;
  }

  public String titleZh() {
    return titleZh;
  }

  /**
   * The declared policy: an adverse event can be left out and nothing else changes; a month of a
   * flow or a state of the register cannot without making a hole in all that stands on it.
   */
  public static Effect of(Feed<?> feed) {
    return ADVERSE_EVENTS.contains(feed) ? EXCLUDE : FREEZE;
  }
}
