package org.xinyidai.engine.http.api;

import org.xinyidai.engine.ingest.RejectedRow;
import org.xinyidai.models.record.Validated.Reason;

/** A refused row as the API shows it (问题数据): where, which field, why, and the row itself. */
record RejectionView(long line, String field, Reason reason, String reasonZh, String record) {
  static RejectionView of(RejectedRow row) {
    return new RejectionView(
        row.line(), row.field(), row.reason(), row.reason().titleZh(), row.record());
  }
}
