package org.xinyidai.connectors.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;

/** The columns of training data in Arrow's words; a feature carries its title, unit and rule. */
final class ArrowColumns {
  /** Where the features begin, behind code, day and outcome. */
  static final int FIRST_FEATURE = 3;

  private static final ArrowType VALUE = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
  private static final ArrowType REASON = new ArrowType.Int(Byte.SIZE, true);

  private ArrowColumns() {}

  static Schema of(FeatureSchema schema, Map<String, String> about) {
    List<Field> fields = new ArrayList<>();
    fields.add(always(DatasetWriter.USCC, new ArrowType.Utf8()));
    fields.add(always(DatasetWriter.OBSERVED_ON, new ArrowType.Date(DateUnit.DAY)));
    fields.add(always(DatasetWriter.BAD, new ArrowType.Bool()));
    for (FeatureDefinition feature : schema.features()) {
      fields.add(nullable(feature.name(), VALUE, about(feature)));
    }
    for (FeatureDefinition feature : schema.features()) {
      fields.add(nullable(feature.name() + DatasetWriter.MISSING_SUFFIX, REASON, Map.of()));
    }
    return new Schema(fields, about);
  }

  private static Map<String, String> about(FeatureDefinition feature) {
    return Map.of(
        "titleZh", feature.titleZh(),
        "titleEn", feature.titleEn(),
        "unit", feature.unit().name(),
        "windowMonths", "" + feature.windowMonths(),
        "missingRule", feature.missingRule());
  }

  private static Field always(String name, ArrowType type) {
    return new Field(name, FieldType.notNullable(type), null);
  }

  private static Field nullable(String name, ArrowType type, Map<String, String> about) {
    return new Field(name, new FieldType(true, type, null, about), null);
  }
}
