package org.xinyidai.models.explanation;

import java.util.List;
import java.util.Optional;

/** What peers have of a feature, and which peers they are (对标). */
public record Benchmark(PeerGroup group, PeerFigures figures) {

  /** Where figures were kept. */
  @FunctionalInterface
  public interface Table {
    /** The figures of a feature in a group; empty where the group is too small. */
    Optional<PeerFigures> find(PeerGroup group, String feature);
  }

  /**
   * The benchmark among the nearest peers that are enough; empty where no group is.
   *
   * @param groups from the nearest to the widest
   */
  public static Optional<Benchmark> of(List<PeerGroup> groups, String feature, Table table) {
    for (PeerGroup group : groups) {
      Optional<PeerFigures> figures = table.find(group, feature);
      if (figures.isPresent()) {
        return Optional.of(new Benchmark(group, figures.get()));
      }
    }
    return Optional.empty();
  }
}
