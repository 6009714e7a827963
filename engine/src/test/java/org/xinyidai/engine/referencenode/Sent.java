package org.xinyidai.engine.referencenode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.xinyidai.connectors.feedback.FinancingResult;
import org.xinyidai.connectors.feedback.ResultKind;
import org.xinyidai.connectors.feedback.ResultLine;
import org.xinyidai.connectors.feedback.ResultOrigin;
import org.xinyidai.connectors.feedback.envelope.BatchSealer;
import org.xinyidai.connectors.feedback.envelope.SealedBatch;
import org.xinyidai.models.product.SecurityMode;

/** Batches of sound results, for tests. */
final class Sent {
  static final LocalDate DAY = LocalDate.of(2026, 10, 31);
  static final String SENDER = "hohhot";

  private static final String FIRM = "91110000600037341L";

  private Sent() {}

  static FinancingResult granted(String id, long amountFen) {
    return new FinancingResult(
        id,
        ResultKind.GRANTED,
        ResultOrigin.WORKFLOW,
        Instant.parse("2026-10-31T02:15:30Z"),
        Instant.parse("2026-10-31T02:16:00Z"),
        null,
        new FinancingResult.Enterprise(FIRM, "某公司"),
        new FinancingResult.Institution(FIRM, "某银行"),
        new FinancingResult.Product("tax-loan", 1, "税易贷"),
        "app-1",
        new FinancingResult.Grant(
            "SX-1", amountFen, DAY, DAY.plusYears(1), SecurityMode.CREDIT, true, false, 385),
        null,
        null,
        null);
  }

  /** Ids of so many results. */
  static List<String> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + "." + i).toList();
  }

  static SealedBatch batch(BatchSealer sealer, long sequence, List<String> ids) {
    List<byte[]> lines = new ArrayList<>();
    ids.forEach(id -> lines.add(ResultLine.write(granted(id, 100_000_00L))));
    return sealer.seal(sequence, ids, lines);
  }
}
