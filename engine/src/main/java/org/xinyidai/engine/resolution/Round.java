package org.xinyidai.engine.resolution;

/** What a round of weighing came to (归集轮次结果). */
public record Round(int filed, int queued, int unresolved) {
  public static final Round NONE = new Round(0, 0, 0);

  /** Both together. */
  public Round plus(Round other) {
    return new Round(filed + other.filed, queued + other.queued, unresolved + other.unresolved);
  }
}
