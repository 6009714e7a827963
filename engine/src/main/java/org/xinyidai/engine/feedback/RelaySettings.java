package org.xinyidai.engine.feedback;

import java.time.Duration;

/**
 * The measures of a relay (回传参数), each with a bound.
 *
 * @param batchRecords records of a batch
 * @param inFlight fresh batches that are on their way at a time: what keeps the node busy while the
 *     next is sealed, and no more to send again after a crash
 * @param workingDays within which a record is in time: one, for a lender's day is closed in the
 *     evening, so the end of the next working day is the first moment at which a day that went as
 *     it should has been passed on
 * @param firstWait before a failed batch goes again; doubles with every failure
 * @param longestWait that the doubling comes to
 * @param failures in a row after which the node is left alone
 * @param pause for which it is left alone
 * @param askedMost how often a node may leave a record unsaid before a person looks at it
 * @param faultsMost how often a batch may fail while others get through, before it is cut in
 *     halves, and a single record is set aside
 */
public record RelaySettings(
    int batchRecords,
    int inFlight,
    int workingDays,
    Duration firstWait,
    Duration longestWait,
    int failures,
    Duration pause,
    int askedMost,
    int faultsMost) {
  /** As many as a node takes. */
  public static final int MOST_RECORDS = 1_000;

  public RelaySettings {
    if (batchRecords < 1 || batchRecords > MOST_RECORDS || inFlight < 1 || workingDays < 1) {
      throw new IllegalArgumentException("a batch has 1 to " + MOST_RECORDS + " records");
    }
    if (failures < 1 || askedMost < 1 || faultsMost < 1 || firstWait.compareTo(longestWait) > 0) {
      throw new IllegalArgumentException("a relay tries at least once");
    }
  }

  /** What a node that is well, or away for a night, is met with. */
  public static RelaySettings standard() {
    return new RelaySettings(
        500, 3, 1, Duration.ofSeconds(1), Duration.ofMinutes(5), 5, Duration.ofSeconds(30), 20, 5);
  }

  public RelaySettings withBatchRecords(int records) {
    return new RelaySettings(
        records,
        inFlight,
        workingDays,
        firstWait,
        longestWait,
        failures,
        pause,
        askedMost,
        faultsMost);
  }

  /** With short waits, for a node on the same machine. */
  public RelaySettings hasty() {
    return new RelaySettings(
        batchRecords,
        inFlight,
        workingDays,
        Duration.ofMillis(5),
        Duration.ofMillis(100),
        failures,
        Duration.ofMillis(50),
        askedMost,
        faultsMost);
  }
}
