package org.xinyidai.connectors.drop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The note beside a file that was set aside (退回说明), as JSON. */
final class ReasonNote {
  private static final JsonMapper JSON = new JsonMapper();

  private ReasonNote() {}

  static String of(Dropped dropped, SetAside why) {
    Map<String, String> note = new LinkedHashMap<>();
    note.put("file", dropped.name());
    note.put("problem", why.problem().name());
    note.put("problemZh", why.problem().titleZh());
    note.put("detail", why.detail());
    try {
      return JSON.writeValueAsString(note);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
