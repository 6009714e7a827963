package org.xinyidai.models.record;

import org.jspecify.annotations.Nullable;

/** One source record as it came (原始记录): raw text by column position of its feed. */
@FunctionalInterface
public interface Fields {
  /** The raw text of a column; null or blank where it is absent. */
  @Nullable String text(int column);
}
