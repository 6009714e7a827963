package org.xinyidai.engine.ingest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.xinyidai.models.record.Validated.Reason;

/**
 * What became of the rows of a batch (入库统计). It always reconciles: {@code received = accepted +
 * repeated + rejected}.
 *
 * @param corrected those of the accepted that correct an earlier version
 * @param voided invoices marked void, among the received rows
 * @param red red invoices (negative amount), among the received rows
 */
public record Counts(
    long received,
    long accepted,
    long corrected,
    long repeated,
    long rejected,
    Map<Reason, Long> rejectedByReason,
    long voided,
    long red) {
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, Map.of(), 0, 0);

  public Counts {
    EnumMap<Reason, Long> copy = new EnumMap<>(Reason.class);
    copy.putAll(rejectedByReason);
    rejectedByReason = Collections.unmodifiableMap(copy);
    long reasons = copy.values().stream().mapToLong(Long::longValue).sum();
    if (received != accepted + repeated + rejected || corrected > accepted || reasons != rejected) {
      throw new IllegalArgumentException(
          "counts do not reconcile: received %d, accepted %d (corrected %d), repeated %d, rejected %d %s"
              .formatted(received, accepted, corrected, repeated, rejected, rejectedByReason));
    }
  }

  /** Both together. */
  public Counts plus(Counts other) {
    EnumMap<Reason, Long> reasons = new EnumMap<>(Reason.class);
    reasons.putAll(rejectedByReason);
    other.rejectedByReason.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
    return new Counts(
        received + other.received,
        accepted + other.accepted,
        corrected + other.corrected,
        repeated + other.repeated,
        rejected + other.rejected,
        reasons,
        voided + other.voided,
        red + other.red);
  }
}
