package org.xinyidai.engine.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.training.Sense;
import org.xinyidai.models.training.TrainingColumn;
import org.xinyidai.models.training.TrainingSet;

/**
 * Joins labels to features as they could be known then (时点拼接): each label gets the vector of its
 * observation day, computed from what was known by the end of that day, so that nothing of the
 * future leaks into training.
 */
public final class TrainingSets {
  /** The rule of knowledge in a sentence, for whoever gets the data without the program. */
  public static final String KNOWN_AT_RULE =
      "a fact counts if it was known by the end of the observation day, 23:59:59.999999999+08:00,"
          + " and is about that day or one before";

  /** Observation days end by the office's clock. */
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private final FeatureSchema schema;
  private final PastVectors vectors;

  /** Where vectors of past days come from: as they were, or would have been, served then. */
  @FunctionalInterface
  public interface PastVectors {
    FeatureVector compute(Uscc uscc, LocalDate asOf, Instant knownAt);
  }

  public TrainingSets(FeatureSchema schema, PastVectors vectors) {
    this.schema = schema;
    this.vectors = vectors;
  }

  /** The last instant whose knowledge a label may use: the end of its observation day. */
  public static Instant knowableBy(Label label) {
    return label.observedOn().atTime(LocalTime.MAX).toInstant(BEIJING);
  }

  /** The schema of the vectors that labels are joined to. */
  public FeatureSchema schema() {
    return schema;
  }

  /** What takes one label with the vector of its day. */
  @FunctionalInterface
  public interface Reader<E extends Exception> {
    void row(Label label, FeatureVector vector) throws E;
  }

  /**
   * Hands over each label with its vector, one at a time, in the order of code and day: for data
   * that does not fit into memory.
   */
  public <E extends Exception> void forEach(List<Label> labels, Reader<E> reader) throws E {
    for (Label label : ordered(labels)) {
      reader.row(label, vector(label));
    }
  }

  private FeatureVector vector(Label label) {
    return vectors.compute(label.uscc(), label.observedOn(), knowableBy(label));
  }

  /** What a label's row is called in a set: the code and the day. */
  public static String id(Label label) {
    return label.uscc() + "@" + label.observedOn();
  }

  /** The observation day of a row of a set that was joined here; empty for a row from elsewhere. */
  public static Optional<LocalDate> observedOn(String id) {
    int at = id.indexOf('@');
    try {
      return at < 0 ? Optional.empty() : Optional.of(LocalDate.parse(id.substring(at + 1)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * The set of all labels, with the features that have a value for at least one of them. Rows stand
   * in the order of code and day, whatever the order of the labels.
   *
   * @param done told the number of labels joined
   */
  public TrainingSet join(List<Label> labels, LongConsumer done) {
    return join(labels, this::vector, schema, done);
  }

  /** The same with vectors from elsewhere, as for a backfill whose facts all became known late. */
  public static TrainingSet join(
      List<Label> labels,
      Function<Label, FeatureVector> vectors,
      FeatureSchema schema,
      LongConsumer done) {
    List<Label> ordered = ordered(labels);
    double[][] values = new double[schema.features().size()][ordered.size()];
    boolean[] bad = new boolean[ordered.size()];
    List<String> ids = new ArrayList<>();
    for (int row = 0; row < bad.length; row++) {
      Label label = ordered.get(row);
      FeatureVector vector = vectors.apply(label);
      for (int column = 0; column < values.length; column++) {
        values[column][row] = vector.value(column);
      }
      bad[row] = label.bad();
      ids.add(id(label));
      done.accept(row + 1L);
    }
    return known(schema, values, bad, ids);
  }

  private static List<Label> ordered(List<Label> labels) {
    List<Label> ordered = new ArrayList<>(labels);
    ordered.sort(Comparator.comparing(Label::uscc).thenComparing(Label::observedOn));
    return ordered;
  }

  private static TrainingSet known(
      FeatureSchema schema, double[][] values, boolean[] bad, List<String> ids) {
    int[] known =
        IntStream.range(0, values.length)
            .filter(
                column ->
                    IntStream.range(0, bad.length)
                        .anyMatch(row -> !Double.isNaN(values[column][row])))
            .toArray();
    List<TrainingColumn> columns =
        IntStream.of(known).mapToObj(schema.features()::get).map(TrainingSets::column).toList();
    double[][] kept =
        IntStream.of(known).mapToObj(column -> values[column]).toArray(double[][]::new);
    return new TrainingSet(columns, kept, bad, ids);
  }

  private static TrainingColumn column(FeatureDefinition feature) {
    Sense sense =
        switch (feature.riskDirection()) {
          case OPEN -> Sense.ANY;
          case RISES -> Sense.RISK_RISES;
          case FALLS -> Sense.RISK_FALLS;
        };
    return new TrainingColumn(ModelInput.numeric(feature.name()), sense);
  }
}
