package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.xinyidai.models.history.History;

/**
 * A numbered, ordered list of features (特征目录). It is superseded by a higher version, never edited:
 * a stored vector names the version under which its positions have their meaning.
 */
public final class FeatureSchema {
  private final int version;
  private final List<FeatureDefinition> features;
  private final Map<String, Integer> positions = new HashMap<>();

  public FeatureSchema(int version, List<FeatureDefinition> features) {
    this.version = version;
    this.features = List.copyOf(features);
    for (FeatureDefinition feature : features) {
      if (positions.put(feature.name(), positions.size()) != null) {
        throw new IllegalArgumentException("two features named " + feature.name());
      }
    }
  }

  public int version() {
    return version;
  }

  public List<FeatureDefinition> features() {
    return features;
  }

  /** Where the feature stands in a vector; empty when there is no such feature. */
  public OptionalInt position(String name) {
    Integer position = positions.get(name);
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /** The vector of an enterprise on a day: a pure function of its arguments. */
  public FeatureVector vector(History history, LocalDate asOf) {
    Observation observation = new Observation(history, asOf);
    double[] values = new double[features.size()];
    byte[] missing = new byte[features.size()];
    for (int i = 0; i < values.length; i++) {
      FeatureValue value = features.get(i).compute(observation);
      values[i] = value.value();
      missing[i] = value.missing().code();
    }
    return new FeatureVector(history.uscc(), version, asOf, history.knownAt(), values, missing);
  }
}
