package org.xinyidai.models.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.xinyidai.models.feature.FeatureSchema;

/**
 * All that a criterion may speak of (准入属性目录), numbered: first the features at their positions in
 * the schema, then score, profile, declared and derived attributes. Values of an enterprise are a
 * {@code double[]} in this order, NaN where missing.
 */
public final class AttributeCatalogue {
  private final int schemaVersion;
  private final int features;
  private final List<Attribute> attributes;
  private final List<DerivedAttribute> derived;
  private final Map<String, Integer> positions = new HashMap<>();

  private AttributeCatalogue(
      int schemaVersion, int features, List<Attribute> attributes, List<DerivedAttribute> derived) {
    this.schemaVersion = schemaVersion;
    this.features = features;
    this.attributes = List.copyOf(attributes);
    this.derived = derived;
    for (Attribute attribute : attributes) {
      if (positions.put(attribute.name(), positions.size()) != null) {
        throw new IllegalArgumentException("two attributes named " + attribute.name());
      }
    }
  }

  public static AttributeCatalogue of(FeatureSchema schema) {
    List<Attribute> all = new ArrayList<>();
    schema.features().forEach(feature -> all.add(StandardAttributes.ofFeature(feature)));
    all.addAll(StandardAttributes.SCORE);
    all.addAll(StandardAttributes.PROFILE);
    all.addAll(StandardAttributes.DECLARED);
    DerivedAttribute.ALL.forEach(one -> all.add(one.attribute()));
    return new AttributeCatalogue(
        schema.version(), schema.features().size(), all, DerivedAttribute.ALL);
  }

  /** The version of the schema whose vectors fit. */
  public int schemaVersion() {
    return schemaVersion;
  }

  public int size() {
    return attributes.size();
  }

  /** How many of the first attributes are features. */
  public int features() {
    return features;
  }

  public List<Attribute> attributes() {
    return attributes;
  }

  public Attribute get(int position) {
    return attributes.get(position);
  }

  /**
   * The attribute of a name.
   *
   * @throws IllegalArgumentException when there is none; ask {@link #position} of untrusted text
   */
  public Attribute get(String name) {
    return attributes.get(positionOf(name));
  }

  /** Where the attribute stands; empty when there is none of that name. */
  public OptionalInt position(String name) {
    Integer position = positions.get(name);
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /**
   * Where the attribute stands.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public int positionOf(String name) {
    return position(name)
        .orElseThrow(() -> new IllegalArgumentException("no attribute named " + name));
  }

  public Text title(String name) {
    return get(name).title();
  }

  /** The value of a named attribute; NaN where missing. */
  public double value(double[] values, String name) {
    return values[positionOf(name)];
  }

  /**
   * The value of a derived attribute on other values than a candidate's own; NaN for an attribute
   * that is not derived.
   *
   * @param values by name, NaN where missing
   */
  public double derive(int position, ToDoubleFunction<String> values) {
    String name = attributes.get(position).name();
    return derived.stream()
        .filter(one -> one.attribute().name().equals(name))
        .mapToDouble(one -> one.function().applyAsDouble(values))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Fills the derived attributes from the others, in place. */
  public void derive(double[] values) {
    for (DerivedAttribute one : derived) {
      values[positionOf(one.attribute().name())] =
          one.function()
              .applyAsDouble(
                  name -> {
                    Integer position = positions.get(name);
                    return position == null ? Double.NaN : values[position];
                  });
    }
  }
}
