package org.xinyidai.engine.feedback;

/**
 * What arose and what became of it (台账行): of a day, a month, a lender, a district or all.
 *
 * @param name of what it counts; empty for all
 * @param arose results that arose here
 */
public record LedgerLine(String name, long arose, Tally tally) {
  private static final double PERCENT = 100.0;

  /** What has no final answer yet. */
  public long waiting() {
    return arose - tally.accepted() - tally.rejected() - tally.mended() - tally.setAside();
  }

  /** Completeness (完整率): what was sent of what arose, in percent; 100 where nothing arose. */
  public double completePercent() {
    return share(tally.sent(), arose);
  }

  /** Timeliness (及时率): what was in time of what was sent, in percent; 100 where nothing was. */
  public double timelyPercent() {
    return share(tally.timely(), tally.sent());
  }

  private static double share(long part, long whole) {
    return whole == 0 ? PERCENT : PERCENT * part / whole;
  }

  LedgerLine plus(LedgerLine other) {
    return new LedgerLine(name, arose + other.arose, tally.plus(other.tally));
  }
}
