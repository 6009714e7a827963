package org.xinyidai.engine.referencenode;

import java.util.List;
import org.xinyidai.connectors.feedback.RecordAnswer;
import org.xinyidai.connectors.feedback.envelope.BatchFault;

/** What the node finds of a batch (批次处理结果). */
sealed interface Judged {
  /**
   * What was kept of it is on the disk.
   *
   * @param digest of its lines
   */
  record Answered(String digest, List<RecordAnswer> records) implements Judged {
    public Answered {
      records = List.copyOf(records);
    }
  }

  /** Nothing of it was kept. */
  record Refused(BatchFault fault) implements Judged {}
}
