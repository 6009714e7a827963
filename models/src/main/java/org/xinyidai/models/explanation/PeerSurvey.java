package org.xinyidai.models.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinyidai.models.distribution.Distribution;
import org.xinyidai.models.feature.FeatureVector;

/**
 * Counts how features spread in every group of peers (同业普查), in one pass. Filled by one thread;
 * only counts, so the order of enterprises never shows.
 */
public final class PeerSurvey {
  private final int[] positions;
  private final Map<String, List<Distribution>> groups = new TreeMap<>();
  private long enterprises;

  /**
   * Nobody yet.
   *
   * @param positions of the features that are counted, in the schema of the vectors
   */
  public PeerSurvey(int[] positions) {
    this.positions = positions.clone();
  }

  /** Counts an enterprise in each of its groups. */
  public void add(List<PeerGroup> belongs, FeatureVector vector) {
    for (PeerGroup group : belongs) {
      List<Distribution> features = groups.computeIfAbsent(group.code(), code -> empty());
      for (int i = 0; i < positions.length; i++) {
        features.get(i).add(vector, positions[i]);
      }
    }
    enterprises++;
  }

  /** Adds everyone of another that counted the same features. */
  public PeerSurvey add(PeerSurvey other) {
    other.groups.forEach(
        (code, features) -> {
          List<Distribution> mine = groups.computeIfAbsent(code, fresh -> empty());
          for (int i = 0; i < positions.length; i++) {
            mine.get(i).add(features.get(i));
          }
        });
    enterprises += other.enterprises;
    return this;
  }

  public long enterprises() {
    return enterprises;
  }

  /** Receives the figures of one feature in one group. */
  public interface Reader {
    void figures(String groupCode, int position, PeerFigures figures);
  }

  /** Hands over all figures of groups that are large enough. */
  public void forEach(Reader reader) {
    groups.forEach(
        (code, features) -> {
          for (int i = 0; i < positions.length; i++) {
            Optional<PeerFigures> figures = PeerFigures.of(features.get(i));
            if (figures.isPresent()) {
              reader.figures(code, positions[i], figures.get());
            }
          }
        });
  }

  private List<Distribution> empty() {
    List<Distribution> features = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      features.add(new Distribution());
    }
    return features;
  }
}
