package org.xinyidai.models.monitoring;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;

/** What people call a feature and its values (指标名称与取值). */
public record FeatureWords(FeatureSchema schema) {

  /** The title; the bare name of a feature that the schema does not have. */
  public Text title(String feature) {
    return find(feature)
        .map(found -> new Text(found.titleZh(), found.titleEn()))
        .orElse(new Text(feature, feature));
  }

  /** A value with its unit, a share for the score; null where there is none. */
  Text value(String feature, @Nullable Double value) {
    if (value == null) {
      return new Text("无", "none");
    }
    Unit unit =
        feature.equals(Shift.SCORE)
            ? Unit.RATIO
            : find(feature).map(FeatureDefinition::unit).orElse(Unit.NUMBER);
    return ValueText.of(unit, value);
  }

  private Optional<FeatureDefinition> find(String feature) {
    return schema.position(feature).stream().mapToObj(schema.features()::get).findFirst();
  }
}
