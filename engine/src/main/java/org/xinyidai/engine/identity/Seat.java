package org.xinyidai.engine.identity;

import org.xinyidai.models.subject.Region;

/**
 * Where in its organisation someone sits (岗位所在机构).
 *
 * @param unit id of the branch or office; empty where the organisation has no tree
 * @param division six digits of the district beyond which an office's officer sees nothing; empty
 *     where it sees the whole city, and for everyone else
 */
public record Seat(String unit, String division) {
  /** The organisation as a whole. */
  public static final Seat NONE = new Seat("", "");

  public Seat {
    if (!division.isEmpty() && !Region.isWellFormed(division)) {
      throw new IllegalArgumentException("a district has six digits: " + division);
    }
  }

  /**
   * Whether what is in a district is seen from here.
   *
   * @param district six digits; what is none is seen from the whole city alone
   */
  public boolean sees(String district) {
    return !isOfDistrict()
        || (Region.isWellFormed(district) && new Region(district).isWithin(new Region(division)));
  }

  /** Whether no more than a district is seen from here. */
  public boolean isOfDistrict() {
    return !division.isEmpty();
  }
}
