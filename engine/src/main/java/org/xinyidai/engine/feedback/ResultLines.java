package org.xinyidai.engine.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import org.xinyidai.connectors.feedback.Checked;
import org.xinyidai.connectors.feedback.Conformance;
import org.xinyidai.connectors.feedback.FinancingResult;
import org.xinyidai.connectors.feedback.ResultLine;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.Outbox.Held;

/** Lines of results out of the outbox (回传报文行), where they lie as they travel. */
final class ResultLines {
  private ResultLines() {}

  /** The bytes that are sent, the same every time. */
  static byte[] of(Held held) {
    return StoredJson.write(held.entry().payload());
  }

  /** A result as it lies in the outbox. */
  static JsonNode payload(FinancingResult result) {
    return StoredJson.read(ResultLine.write(result), JsonNode.class);
  }

  /** Whether it may be sent. */
  static Checked check(Held held) {
    return Conformance.check(of(held));
  }
}
