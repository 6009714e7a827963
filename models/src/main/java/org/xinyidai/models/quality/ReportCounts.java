package org.xinyidai.models.quality;

import java.util.Optional;

/**
 * What was counted of one feed, month, source and district (报送计数). Every reported record is either
 * conforming or wrong; a repeated one conforms but says nothing new.
 *
 * @param due records that should have been reported (应报)
 * @param reported records that came (已报)
 * @param conforming of these, those that passed every check (合规)
 * @param inTime of these, those that came before their deadline (及时)
 * @param loaded of these, those filed under their enterprise (入库), now or by an earlier report
 * @param repeated of these, those that had been reported before (重复)
 * @param concealed records found by inspection that were never reported (瞒报)
 */
public record ReportCounts(
    long due,
    long reported,
    long conforming,
    long inTime,
    long loaded,
    long repeated,
    long concealed) {
  public static final ReportCounts NONE = new ReportCounts(0, 0, 0, 0, 0, 0, 0);

  public ReportCounts {
    if (due < 0 || concealed < 0 || conforming < 0 || inTime < 0 || loaded < 0 || repeated < 0) {
      throw new IllegalArgumentException("a count below zero");
    }
    if (Math.max(Math.max(conforming, inTime), Math.max(loaded, repeated)) > reported) {
      throw new IllegalArgumentException("a part above the " + reported + " reported");
    }
  }

  /** Records that failed a check (错报). */
  public long wrong() {
    return reported - conforming;
  }

  /** Records that came after their deadline, or whose deadline is not known (迟报). */
  public long late() {
    return reported - inTime;
  }

  /** Records that should have come and did not (漏报); none when more came than were due. */
  public long missing() {
    return Math.max(0, due - reported);
  }

  /** Report rate (上报率): reported of due, at most 1. C8. */
  public Optional<Ratio> reportRate() {
    return Ratio.of(Math.min(reported, due), due);
  }

  /** Conforming rate (合规率): conforming of reported. C8, C9, C11. */
  public Optional<Ratio> conformingRate() {
    return Ratio.of(conforming, reported);
  }

  /** Timely rate (及时率): in time of reported. C8, C10. */
  public Optional<Ratio> timelyRate() {
    return Ratio.of(inTime, reported);
  }

  /** Load rate (入库率): filed under an enterprise, of reported. C4. */
  public Optional<Ratio> loadRate() {
    return Ratio.of(loaded, reported);
  }

  /**
   * Repeat and error rate (重错率): repeated plus wrong, of reported. C19: the source speaks of 重错率,
   * so both count.
   */
  public Optional<Ratio> repeatAndErrorRate() {
    return Ratio.of(Math.min(reported, repeated + wrong()), reported);
  }

  /** Both counts together. */
  public ReportCounts plus(ReportCounts other) {
    return new ReportCounts(
        due + other.due,
        reported + other.reported,
        conforming + other.conforming,
        inTime + other.inTime,
        loaded + other.loaded,
        repeated + other.repeated,
        concealed + other.concealed);
  }
}
