package org.xinyidai.connectors.feedback.envelope;

import java.util.List;

/**
 * A batch that is ready to be sent (待发批次).
 *
 * @param ids of its results in the order of their lines: what the answer is held against
 */
public record SealedBatch(List<String> ids, Envelope envelope) {
  public SealedBatch {
    ids = List.copyOf(ids);
    if (ids.size() != envelope.header().count()) {
      throw new IllegalArgumentException("a batch has as many ids as lines");
    }
  }

  public String number() {
    return envelope.header().number();
  }
}
