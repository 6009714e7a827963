package org.xinyidai.models.distribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;

/**
 * All enterprises on a day (特征快照): the distribution of every feature in every district, which is
 * that of the unified code.
 */
public final class Population {
  private final FeatureSchema schema;
  private final SortedMap<String, List<Distribution>> districts = new TreeMap<>();
  private LocalDate asOf = LocalDate.MIN;
  private long enterprises;

  /** Nobody yet. */
  public Population(FeatureSchema schema) {
    this.schema = schema;
  }

  /** Counts an enterprise; the population is of the newest day among its vectors. */
  public void add(FeatureVector vector) {
    List<Distribution> features = district(vector.uscc().divisionCode());
    for (int i = 0; i < features.size(); i++) {
      features.get(i).add(vector, i);
    }
    enterprises++;
    asOf = vector.asOf().isAfter(asOf) ? vector.asOf() : asOf;
  }

  /** Adds everyone of another, such as of another month of the base period. */
  public Population add(Population other) {
    for (String district : other.districts.keySet()) {
      List<Distribution> mine = district(district);
      for (int i = 0; i < mine.size(); i++) {
        mine.get(i).add(other.of(district, i));
      }
    }
    enterprises += other.enterprises;
    asOf = other.asOf.isAfter(asOf) ? other.asOf : asOf;
    return this;
  }

  /** Takes back what was kept: head first, then every district. */
  public Population restore(LocalDate day, long count) {
    asOf = day;
    enterprises = count;
    return this;
  }

  /** Takes back the distributions of a district, in the order of the schema. */
  public void restore(String district, List<Distribution> features) {
    districts.put(district, new ArrayList<>(features));
  }

  public FeatureSchema schema() {
    return schema;
  }

  /** The newest day among the vectors counted. */
  public LocalDate asOf() {
    return asOf;
  }

  public long enterprises() {
    return enterprises;
  }

  /** Division codes in order. */
  public List<String> districts() {
    return List.copyOf(districts.keySet());
  }

  /**
   * A feature in a district; nobody where the district is unknown or the feature is of a later
   * schema.
   */
  public Distribution of(String district, int feature) {
    List<Distribution> features = districts.getOrDefault(district, List.of());
    return feature < features.size() ? features.get(feature) : new Distribution();
  }

  /** A feature over all districts. */
  public Distribution of(int feature) {
    Distribution all = new Distribution();
    districts.keySet().forEach(district -> all.add(of(district, feature)));
    return all;
  }

  private List<Distribution> district(String code) {
    return districts.computeIfAbsent(
        code,
        unknown -> {
          List<Distribution> empty = new ArrayList<>();
          schema.features().forEach(feature -> empty.add(new Distribution()));
          return empty;
        });
  }
}
