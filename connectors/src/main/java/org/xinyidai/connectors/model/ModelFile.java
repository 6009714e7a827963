package org.xinyidai.connectors.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.xinyidai.models.score.BinRange;
import org.xinyidai.models.score.Calibration;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.ModelBody;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.score.TreeEnsemble;

/**
 * Scoring models as JSON (模型文件). Numbers are written so that reading gives the same bits; NaN and
 * the infinities, which JSON lacks, are written as the words {@code "NaN"}, {@code "Infinity"}. The
 * same model gives the same bytes.
 */
public final class ModelFile {
  /** The version of the layout, raised with every change that an older reader cannot take. */
  public static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .addModule(kinds())
          .build();

  private ModelFile() {}

  /** The file: its format beside the model. */
  record Contents(int format, ScoringModel model) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Scorecard.class, name = "scorecard"),
    @JsonSubTypes.Type(value = LinearModel.class, name = "linear"),
    @JsonSubTypes.Type(value = TreeEnsemble.class, name = "trees")
  })
  private interface BodyKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Calibration.Platt.class, name = "platt"),
    @JsonSubTypes.Type(value = Calibration.Isotonic.class, name = "isotonic")
  })
  private interface CalibrationKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = BinRange.Interval.class, name = "interval"),
    @JsonSubTypes.Type(value = BinRange.Special.class, name = "special"),
    @JsonSubTypes.Type(value = BinRange.Categories.class, name = "categories"),
    @JsonSubTypes.Type(value = BinRange.OtherCategories.class, name = "otherCategories"),
    @JsonSubTypes.Type(value = BinRange.Missing.class, name = "missing")
  })
  private interface RangeKinds {}

  public static byte[] write(ScoringModel model) {
    try {
      return JSON.writeValueAsBytes(new Contents(FORMAT, model));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a model cannot be written", e);
    }
  }

  /**
   * Reads a model; whether it may serve is for its check vectors to say.
   *
   * @throws UnreadableModel when the bytes are no model of this format
   */
  public static ScoringModel read(byte[] file) throws UnreadableModel {
    try {
      Contents contents = JSON.readValue(file, Contents.class);
      if (contents.format() != FORMAT) {
        throw new UnreadableModel(
            "the model file has format %d, this program reads %d; take the program that wrote it"
                .formatted(contents.format(), FORMAT),
            new IOException("format"));
      }
      return contents.model();
    } catch (JsonProcessingException e) {
      throw new UnreadableModel(
          "not a model file: line %d, column %d; export it again"
              .formatted(
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr()),
          e);
    } catch (IOException e) {
      throw new UnreadableModel("the model file cannot be read; export it again", e);
    }
  }

  private static SimpleModule kinds() {
    return new SimpleModule()
        .setMixInAnnotation(ModelBody.class, BodyKinds.class)
        .setMixInAnnotation(Calibration.class, CalibrationKinds.class)
        .setMixInAnnotation(BinRange.class, RangeKinds.class);
  }
}
