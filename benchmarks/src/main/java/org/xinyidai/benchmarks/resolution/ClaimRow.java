package org.xinyidai.benchmarks.resolution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.engine.resolution.LabelledClaim;
import org.xinyidai.models.subject.Uscc;

/** A labelled row under construction (标注记录), by the names that a utility gives its columns. */
final class ClaimRow {
  private final Map<String, String> named = new LinkedHashMap<>();

  ClaimRow with(String column, String text) {
    named.put(column, text);
    return this;
  }

  LabelledClaim labelled(long line, Optional<Uscc> truth) {
    return new LabelledClaim(line, named, truth);
  }
}
