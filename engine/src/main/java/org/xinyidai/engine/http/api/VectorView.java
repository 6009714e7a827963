package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;

/** The features of an enterprise as the API shows them (特征). */
record VectorView(
    String uscc, LocalDate asOf, Instant knownAt, int schemaVersion, List<FeatureView> features) {

  /**
   * One feature.
   *
   * @param value null exactly when {@code missing} says why
   */
  record FeatureView(
      String name,
      String titleZh,
      String titleEn,
      String unit,
      int windowMonths,
      @Nullable Double value,
      @Nullable String missing) {

    static FeatureView of(FeatureDefinition feature, double value, MissingReason missing) {
      boolean there = missing == MissingReason.NONE;
      return new FeatureView(
          feature.name(),
          feature.titleZh(),
          feature.titleEn(),
          feature.unit().name().toLowerCase(Locale.ROOT),
          feature.windowMonths(),
          there ? value : null,
          there ? null : missing.name().toLowerCase(Locale.ROOT));
    }
  }

  static VectorView of(FeatureSchema schema, FeatureVector vector) {
    List<FeatureView> features = new ArrayList<>(vector.size());
    for (int i = 0; i < vector.size(); i++) {
      features.add(FeatureView.of(schema.features().get(i), vector.value(i), vector.missing(i)));
    }
    return new VectorView(
        vector.uscc().value(), vector.asOf(), vector.knownAt(), vector.schemaVersion(), features);
  }
}
