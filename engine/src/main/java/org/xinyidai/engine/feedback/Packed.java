package org.xinyidai.engine.feedback;

import java.util.List;
import org.xinyidai.engine.outbox.Outbox.Held;

/**
 * A batch with what it holds (批次内容).
 *
 * @param lines of its records, as they are sent
 */
record Packed(Parcel parcel, List<Held> records, List<byte[]> lines) {
  Packed {
    records = List.copyOf(records);
    lines = List.copyOf(lines);
  }

  static Packed of(Parcel parcel, List<Held> records) {
    return new Packed(parcel, records, records.stream().map(ResultLines::of).toList());
  }

  List<String> ids() {
    return records.stream().map(held -> held.entry().id()).toList();
  }
}
