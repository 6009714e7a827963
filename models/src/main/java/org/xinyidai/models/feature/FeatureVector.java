package org.xinyidai.models.feature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Uscc;

/**
 * The feature vector (特征向量) of one enterprise on one day, as known at one instant, under one schema
 * version. Values stand in the order of the schema; NaN where missing, with its reason beside it.
 */
public final class FeatureVector {
  private final Uscc uscc;
  private final int schemaVersion;
  private final LocalDate asOf;
  private final Instant knownAt;
  private final double[] values;
  private final byte[] missing;

  /**
   * Takes copies of both arrays.
   *
   * @param values one per feature of the schema, NaN where missing
   * @param missing codes of {@link MissingReason}, as long as {@code values}
   */
  public FeatureVector(
      Uscc uscc,
      int schemaVersion,
      LocalDate asOf,
      Instant knownAt,
      double[] values,
      byte[] missing) {
    if (values.length != missing.length) {
      throw new IllegalArgumentException(values.length + " values, " + missing.length + " reasons");
    }
    this.uscc = uscc;
    this.schemaVersion = schemaVersion;
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.values = values.clone();
    this.missing = missing.clone();
  }

  public Uscc uscc() {
    return uscc;
  }

  public int schemaVersion() {
    return schemaVersion;
  }

  public LocalDate asOf() {
    return asOf;
  }

  public Instant knownAt() {
    return knownAt;
  }

  /** The same vector, where later knowledge is known to have changed nothing. */
  public FeatureVector knownAt(Instant later) {
    return new FeatureVector(uscc, schemaVersion, asOf, later, values, missing);
  }

  /** Whether any value is there; none is of an enterprise of which nothing is known. */
  public boolean isKnown() {
    for (byte reason : missing) {
      if (reason == MissingReason.NONE.code()) {
        return true;
      }
    }
    return false;
  }

  public int size() {
    return values.length;
  }

  /** The value at a position of the schema; NaN where missing. */
  public double value(int feature) {
    return values[feature];
  }

  public MissingReason missing(int feature) {
    return MissingReason.ofCode(missing[feature]);
  }

  /** A copy of all values in schema order, NaN where missing. */
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FeatureVector vector
        && uscc.equals(vector.uscc)
        && schemaVersion == vector.schemaVersion
        && asOf.equals(vector.asOf)
        && knownAt.equals(vector.knownAt)
        && Arrays.equals(values, vector.values)
        && Arrays.equals(missing, vector.missing);
  }

  @Override
  public int hashCode() {
    return 31 * uscc.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return uscc + " v" + schemaVersion + " " + asOf + " " + Arrays.toString(values);
  }
}
