package org.xinyidai.engine.feedback;

import java.util.List;
import org.xinyidai.engine.outbox.Outbox.Held;

/** A batch with what it holds (批次内容). */
record Packed(Parcel parcel, List<Held> records) {
  Packed {
    records = List.copyOf(records);
  }

  List<String> ids() {
    return records.stream().map(held -> held.entry().id()).toList();
  }

  List<byte[]> lines() {
    return records.stream().map(ResultLines::of).toList();
  }
}
