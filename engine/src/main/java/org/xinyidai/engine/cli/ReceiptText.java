package org.xinyidai.engine.cli;

import org.xinyidai.engine.ingest.Counts;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.resolution.Standing;
import picocli.CommandLine;

/** A receipt in lines for a person (回执). */
final class ReceiptText {
  private ReceiptText() {}

  static void print(String name, Receipt receipt, CommandLine terminal) {
    Counts counts = receipt.counts();
    terminal
        .getOut()
        .printf(
            "%s: received %,d = accepted %,d + repeated %,d + rejected %,d  (batch %s)%n",
            name,
            counts.received(),
            counts.accepted(),
            counts.repeated(),
            counts.rejected(),
            receipt.batch().id());
    counts
        .rejectedByReason()
        .forEach((reason, rows) -> terminal.getOut().printf("  rejected %s: %,d%n", reason, rows));
    if (receipt.problem() != null) {
      terminal.getErr().printf("xyd ingest: %s%n", receipt.problem());
    }
  }

  /** What became of the refused rows that lacked a code; nothing where there were none. */
  static void print(Standing standing, CommandLine terminal) {
    if (!standing.equals(Standing.NONE)) {
      terminal
          .getOut()
          .printf(
              "  rejected without a code: filed %,d, queued %,d, unresolved %,d, dismissed %,d%n",
              standing.filed(), standing.queued(), standing.unresolved(), standing.dismissed());
    }
  }
}
