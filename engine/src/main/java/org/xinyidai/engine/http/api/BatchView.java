package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.Counts;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.resolution.Standing;
import org.xinyidai.models.record.Validated.Reason;

/**
 * The receipt of a batch as the API shows it (批次回执). Received = accepted + repeated + rejected.
 *
 * @param resolution where the rejected rows without a code stand now
 */
record BatchView(
    String batchId,
    String feed,
    String source,
    String status,
    Instant receivedAt,
    long received,
    long accepted,
    long corrected,
    long repeated,
    long rejected,
    Map<Reason, Long> rejectedByReason,
    long voided,
    long red,
    @Nullable String problem,
    Standing resolution) {

  /** The few figures that answer a delivery. */
  record Brief(
      String batchId,
      long received,
      long accepted,
      long repeated,
      long rejected,
      Standing resolution) {
    static Brief of(Receipt receipt, Standing resolution) {
      Counts counts = receipt.counts();
      return new Brief(
          receipt.batch().id(),
          counts.received(),
          counts.accepted(),
          counts.repeated(),
          counts.rejected(),
          resolution);
    }
  }

  static BatchView of(Receipt receipt, Standing resolution) {
    Counts counts = receipt.counts();
    Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    reasons.putAll(counts.rejectedByReason());
    return new BatchView(
        receipt.batch().id(),
        receipt.batch().feed(),
        receipt.batch().source(),
        receipt.status().name().toLowerCase(Locale.ROOT),
        receipt.batch().receivedAt(),
        counts.received(),
        counts.accepted(),
        counts.corrected(),
        counts.repeated(),
        counts.rejected(),
        reasons,
        counts.voided(),
        counts.red(),
        receipt.problem(),
        resolution);
  }
}
