package org.xinyidai.engine.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.engine.demo.InvoiceReport.FileCount;
import org.xinyidai.engine.demo.InvoiceReport.Records;
import org.xinyidai.engine.ingest.Counts;
import org.xinyidai.engine.ingest.Receipt;

/** What became of every row, over all files (入库核对). */
final class InvoiceCounts {
  private InvoiceCounts() {}

  static Records of(List<Receipt> receipts) {
    Counts all = receipts.stream().map(Receipt::counts).reduce(Counts.NONE, Counts::plus);
    Map<String, Long> reasons = new TreeMap<>();
    all.rejectedByReason().forEach((reason, rows) -> reasons.put(reason.name(), rows));
    return new Records(
        all.received(),
        all.accepted(),
        all.repeated(),
        all.rejected(),
        all.voided(),
        all.red(),
        reasons,
        receipts.stream().map(InvoiceCounts::ofFile).toList());
  }

  static void say(Records records, Show show) {
    for (FileCount file : records.files()) {
      show.say(
          "%-34s received %,9d = accepted %,9d + repeated %,6d + rejected %,4d"
              .formatted(
                  file.file(), file.received(), file.accepted(), file.repeated(), file.rejected()));
    }
    show.say(
        "%-34s received %,9d = accepted %,9d + repeated %,6d + rejected %,4d"
            .formatted(
                "all files",
                records.received(),
                records.accepted(),
                records.repeated(),
                records.rejected()));
    show.say(
        "of the received: void 作废 %,d, red 红字 %,d; rejected by reason %s"
            .formatted(records.voided(), records.red(), records.rejectedByReason()));
  }

  private static FileCount ofFile(Receipt receipt) {
    Counts counts = receipt.counts();
    return new FileCount(
        receipt.batch().source(),
        counts.received(),
        counts.accepted(),
        counts.repeated(),
        counts.rejected());
  }
}
