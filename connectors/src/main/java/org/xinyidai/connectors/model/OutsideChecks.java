package org.xinyidai.connectors.model;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.models.score.Admission;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.ScoringModel;

/**
 * The check vectors of a lender's model (外部校验向量): what was fed to it there, and the probability of
 * default that it answered. A CSV with one column per feature, in the units of the model's own
 * inputs and empty where missing, and the column {@link #EXPECTED}.
 */
public final class OutsideChecks {
  public static final String EXPECTED = "expected";

  /** Fewer prove nothing. */
  public static final int FEWEST = 10;

  /** More prove nothing more. */
  public static final int MOST = 100_000;

  private final List<CheckVector> vectors;

  private OutsideChecks(List<CheckVector> vectors) {
    this.vectors = List.copyOf(vectors);
  }

  /**
   * Reads the vectors, in our units.
   *
   * @return one value per feature of the mapping
   * @throws UnreadableModel with the line that cannot be read
   */
  public static OutsideChecks read(String csv, ModelMapping mapping) throws UnreadableModel {
    List<CheckVector> vectors = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord record : records) {
        if (vectors.size() == MOST) {
          throw new UnreadableModel("more than " + MOST + " check vectors; leave some out");
        }
        vectors.add(vector(record, mapping));
      }
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw new UnreadableModel("the check vectors are no CSV; write them again", e);
    }
    if (vectors.size() < FEWEST) {
      throw new UnreadableModel(
          "%d check vectors are too few; at least %d are wanted".formatted(vectors.size(), FEWEST));
    }
    return new OutsideChecks(vectors);
  }

  private static CheckVector vector(NamedCsvRecord record, ModelMapping mapping)
      throws UnreadableModel {
    List<Double> row = new ArrayList<>();
    for (ModelMapping.Feature feature : mapping.features()) {
      double value = number(record, feature.feature());
      boolean missing = Double.isNaN(value) || value == feature.missingCode();
      row.add(missing ? Double.NaN : value / feature.times());
    }
    double expected = number(record, EXPECTED);
    if (!(expected >= 0 && expected <= 1)) {
      throw new UnreadableModel(
          "check vectors, line %d: %s must be a probability from 0 to 1"
              .formatted(record.getStartingLineNumber(), EXPECTED));
    }
    return new CheckVector(row, expected);
  }

  private static double number(NamedCsvRecord record, String name) throws UnreadableModel {
    String where = "check vectors, line " + record.getStartingLineNumber() + ": ";
    String text =
        record
            .findField(name)
            .orElseThrow(() -> new UnreadableModel(where + "no column " + name))
            .strip();
    return text.isEmpty() ? Double.NaN : XmlElement.number(text, where + name);
  }

  /**
   * Holds a model against the vectors. The vectors that it will carry from now on are these rows
   * with its own answers, so that a damaged copy of it is found as strictly as any.
   *
   * @param model whose inputs are features of the mapping
   * @throws UnreadableModel with the first vector that strays, the greatest difference and the
   *     totals
   */
  public ScoringModel hold(ScoringModel model, ModelMapping mapping) throws UnreadableModel {
    CompiledModel compiled = model.body().compile(model.scaling());
    List<String> names = mapping.features().stream().map(ModelMapping.Feature::feature).toList();
    int[] places = model.inputs().stream().mapToInt(input -> names.indexOf(input.name())).toArray();
    List<CheckVector> own = new ArrayList<>();
    for (CheckVector vector : vectors) {
      CheckVector unanswered =
          new CheckVector(Arrays.stream(places).mapToObj(vector.row()::get).toList(), 0);
      double actual = compiled.probabilityOfDefault(unanswered.values());
      own.add(new CheckVector(unanswered.row(), actual));
    }
    return held(model, own, compare(own, mapping.toleranceOrUsual()));
  }

  /** The greatest difference, where it is allowed. */
  private double compare(List<CheckVector> own, double tolerance) throws UnreadableModel {
    double greatest = 0;
    int first = -1;
    for (int i = 0; i < own.size(); i++) {
      double difference =
          Math.abs(own.get(i).probabilityOfDefault() - vectors.get(i).probabilityOfDefault());
      first = first < 0 && !(difference <= tolerance) ? i : first;
      greatest = Math.max(greatest, difference);
    }
    if (first < 0) {
      return greatest;
    }
    throw new UnreadableModel(
        String.format(
            Locale.ROOT,
            "check vector %d gives %.9f here, %.9f was promised; the greatest difference is %.3g"
                + " (%.3g is allowed), the totals are %.6f and %.6f",
            first + 1,
            own.get(first).probabilityOfDefault(),
            vectors.get(first).probabilityOfDefault(),
            greatest,
            tolerance,
            total(own),
            total(vectors)));
  }

  private static double total(List<CheckVector> some) {
    return some.stream().mapToDouble(CheckVector::probabilityOfDefault).sum();
  }

  private static ScoringModel held(ScoringModel model, List<CheckVector> own, double greatest)
      throws UnreadableModel {
    Map<String, String> provenance = new TreeMap<>(model.provenance());
    provenance.put("outsideChecks", own.size() + ", greatest difference " + greatest);
    ScoringModel held =
        new ScoringModel(
            model.id(),
            model.schemaVersion(),
            model.body(),
            model.scaling(),
            model.grades(),
            own,
            provenance);
    if (held.admit() instanceof Admission.Refused refused) {
      throw new UnreadableModel(refused.reason());
    }
    return held;
  }

  /** The features that the model reads and that no vector misses: nothing proves their branch. */
  public List<String> neverMissing(ScoringModel model, ModelMapping mapping) {
    List<String> names = mapping.features().stream().map(ModelMapping.Feature::feature).toList();
    return model.inputs().stream()
        .map(ModelInput::name)
        .filter(
            name -> vectors.stream().noneMatch(one -> one.row().get(names.indexOf(name)).isNaN()))
        .toList();
  }
}
