package org.xinyidai.models.feature;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.history.History;

/**
 * A numbered, ordered list of features (特征目录). It is superseded by a higher version, never edited:
 * a stored vector names the version under which its positions have their meaning.
 */
public final class FeatureSchema {
  private final int version;
  private final List<FeatureDefinition> features;
  private final @Nullable FeatureSchema before;
  private final Map<String, Integer> positions = new HashMap<>();

  /** A first version. */
  public FeatureSchema(int version, List<FeatureDefinition> features) {
    this(version, features, null);
  }

  private FeatureSchema(
      int version, List<FeatureDefinition> features, @Nullable FeatureSchema before) {
    this.version = version;
    this.before = before;
    this.features = List.copyOf(features);
    for (FeatureDefinition feature : features) {
      if (positions.put(feature.name(), positions.size()) != null) {
        throw new IllegalArgumentException("two features named " + feature.name());
      }
    }
  }

  /**
   * The next version: the features of this one at their places, and more behind them. A feature
   * whose meaning changes is a new feature with a new name.
   */
  public FeatureSchema next(Stream<FeatureDefinition> more) {
    return new FeatureSchema(version + 1, Stream.concat(features.stream(), more).toList(), this);
  }

  /**
   * This version or one that it grew from.
   *
   * @throws IllegalArgumentException when it did not grow from such a version
   */
  public FeatureSchema at(int version) {
    if (version == this.version) {
      return this;
    }
    if (before == null || version > this.version) {
      throw new IllegalArgumentException(
          "feature schema " + version + " is unknown to version " + this.version);
    }
    return before.at(version);
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
    double[] values = new double[features.size()];
    byte[] missing = new byte[features.size()];
    compute(0, new Observation(history, asOf), values, missing);
    return new FeatureVector(history.uscc(), version, asOf, history.knownAt(), values, missing);
  }

  /**
   * The vector of an older version brought to this one: what it has stays to the bit, what it lacks
   * is computed for its day.
   *
   * @param history what was known at the instant of the vector
   * @throws IllegalArgumentException when this version did not grow from that of the vector
   */
  public FeatureVector complete(FeatureVector older, History history) {
    int had = at(older.schemaVersion()).features.size();
    double[] values = Arrays.copyOf(older.values(), features.size());
    byte[] missing = new byte[features.size()];
    for (int i = 0; i < had; i++) {
      missing[i] = older.missing(i).code();
    }
    compute(had, new Observation(history, older.asOf()), values, missing);
    return new FeatureVector(older.uscc(), version, older.asOf(), older.knownAt(), values, missing);
  }

  /**
   * The same out of a vector of this version for the same day and knowledge, where that is not the
   * plain one.
   *
   * @throws IllegalArgumentException when this version did not grow from that of the vector
   */
  public FeatureVector complete(FeatureVector older, FeatureVector whole) {
    int had = at(older.schemaVersion()).features.size();
    double[] values = whole.values();
    byte[] missing = new byte[features.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i < had ? older.value(i) : values[i];
      missing[i] = (i < had ? older : whole).missing(i).code();
    }
    return new FeatureVector(older.uscc(), version, older.asOf(), older.knownAt(), values, missing);
  }

  private void compute(int from, Observation observation, double[] values, byte[] missing) {
    for (int i = from; i < values.length; i++) {
      FeatureValue value = features.get(i).compute(observation);
      values[i] = value.value();
      missing[i] = value.missing().code();
    }
  }
}
