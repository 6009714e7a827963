package org.xinyidai.engine.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The life of a kept model (模型台账): every status that it had, who gave it and when. The first is the
 * keeping itself.
 */
public record ModelEntry(String id, List<Change> changes) {
  public ModelEntry {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("model " + id + " was never kept");
    }
  }

  /**
   * One step of it.
   *
   * @param by the person or program that took it
   */
  public record Change(ModelStatus status, String by, Instant at) {}

  static ModelEntry kept(String id, String by, Instant at) {
    return new ModelEntry(id, List.of(new Change(ModelStatus.CANDIDATE, by, at)));
  }

  ModelEntry with(ModelStatus status, String by, Instant at) {
    List<Change> more = new ArrayList<>(changes);
    more.add(new Change(status, by, at));
    return new ModelEntry(id, more);
  }

  public ModelStatus status() {
    return changes.get(changes.size() - 1).status();
  }

  /** Who brought the model in: never the one who makes it champion. */
  public String keptBy() {
    return changes.get(0).by();
  }

  /** The last approval as champion; empty where there was none. */
  public Optional<Change> approved() {
    return changes.stream()
        .filter(change -> change.status() == ModelStatus.CHAMPION)
        .reduce((earlier, later) -> later);
  }
}
