package org.xinyidai.engine.cli;

import org.xinyidai.engine.feedback.LedgerLine;
import org.xinyidai.engine.feedback.Tally;

/** A line of the ledger for a terminal (台账行文本). */
final class FeedbackText {
  private FeedbackText() {}

  static String line(LedgerLine line) {
    Tally tally = line.tally();
    return ("%s 发生 arose %,d  已回传 sent %,d (%.2f%%)  及时 timely %.2f%%  接收 accepted %,d  退回 rejected %,d %s"
            + "  更正 mended %,d  搁置 set aside %,d  待回传 waiting %,d")
        .formatted(
            line.name(),
            line.arose(),
            tally.sent(),
            line.completePercent(),
            line.timelyPercent(),
            tally.accepted(),
            tally.rejected(),
            tally.rejectedBy(),
            tally.mended(),
            tally.setAside(),
            line.waiting())
        .strip();
  }
}
