package org.xinyidai.engine.feedback;

import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.models.calendar.Deadline.Timeliness;

/**
 * Counts of records by what became of them (回传计数). Accepted, rejected, mended and set aside exclude
 * each other; what arose and is none of them waits.
 *
 * @param sent what the node has answered with yes or no
 * @param timely of those, answered within the limit
 * @param late of those, answered after it; what is neither fell where no calendar is known
 * @param rejectedBy the rejected by code
 */
public record Tally(
    long sent,
    long timely,
    long late,
    long accepted,
    long rejected,
    long mended,
    long setAside,
    Map<String, Long> rejectedBy) {
  /** Nothing happened. */
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, Map.of());

  public Tally {
    rejectedBy = Map.copyOf(rejectedBy);
  }

  /** What one record adds. */
  static Tally of(RecordState state) {
    Standing standing = state.standing();
    boolean rejected = standing == Standing.REJECTED;
    String code = state.code();
    return new Tally(
        state.answeredAt() == null ? 0 : 1,
        one(state.timeliness() == Timeliness.IN_TIME),
        one(state.timeliness() == Timeliness.LATE),
        one(standing == Standing.ACCEPTED),
        one(rejected),
        one(standing == Standing.MENDED),
        one(standing == Standing.SET_ASIDE),
        rejected ? Map.of(code == null ? "" : code, 1L) : Map.of());
  }

  private static long one(boolean holds) {
    return holds ? 1 : 0;
  }

  public Tally plus(Tally other) {
    return with(other, 1);
  }

  Tally minus(Tally other) {
    return with(other, -1);
  }

  private Tally with(Tally other, int sign) {
    Map<String, Long> codes = new TreeMap<>(rejectedBy);
    other.rejectedBy.forEach((code, count) -> codes.merge(code, sign * count, Long::sum));
    codes.values().removeIf(count -> count == 0);
    return new Tally(
        sent + sign * other.sent,
        timely + sign * other.timely,
        late + sign * other.late,
        accepted + sign * other.accepted,
        rejected + sign * other.rejected,
        mended + sign * other.mended,
        setAside + sign * other.setAside,
        codes);
  }
}
