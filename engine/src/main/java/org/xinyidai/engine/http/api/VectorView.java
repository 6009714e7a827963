package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.dispute.Effect;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;

/** The features of an enterprise as the API shows them (特征). */
record VectorView(
    String uscc,
    LocalDate asOf,
    Instant knownAt,
    int schemaVersion,
    @Nullable DisputedView disputed,
    List<FeatureView> features) {

  /**
   * One feature.
   *
   * @param value null exactly when {@code missing} says why
   * @param disputed what an open dispute does to it, null where none does
   */
  record FeatureView(
      String name,
      String titleZh,
      String titleEn,
      String unit,
      int windowMonths,
      @Nullable Double value,
      @Nullable String missing,
      @Nullable String disputed) {

    static FeatureView of(
        FeatureDefinition feature, double value, MissingReason missing, @Nullable Effect disputed) {
      boolean there = missing == MissingReason.NONE;
      return new FeatureView(
          feature.name(),
          feature.titleZh(),
          feature.titleEn(),
          feature.unit().name().toLowerCase(Locale.ROOT),
          feature.windowMonths(),
          there ? value : null,
          there ? null : missing.name().toLowerCase(Locale.ROOT),
          disputed == null ? null : disputed.name());
    }
  }

  static VectorView of(FeatureSchema schema, UndisputedVector undisputed) {
    FeatureVector vector = undisputed.vector();
    List<FeatureView> features = new ArrayList<>(vector.size());
    for (int i = 0; i < vector.size(); i++) {
      FeatureDefinition feature = schema.features().get(i);
      @Nullable Effect disputed = undisputed.touched().get(feature.name());
      features.add(FeatureView.of(feature, vector.value(i), vector.missing(i), disputed));
    }
    return new VectorView(
        vector.uscc().value(),
        vector.asOf(),
        vector.knownAt(),
        vector.schemaVersion(),
        DisputedView.of(undisputed.touched()),
        features);
  }
}
