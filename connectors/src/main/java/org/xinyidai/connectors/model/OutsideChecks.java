package org.xinyidai.connectors.model;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
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
    } catch (java.io.IOException | java.io.UncheckedIOException | CsvParseException e) {
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
    double tolerance = mapping.toleranceOrUsual();
    double greatest = 0;
    int first = 0;
    double wanted = 0;
    double total = 0;
    for (CheckVector vector : vectors) {
      List<Double> row = java.util.Arrays.stream(places).mapToObj(vector.row()::get).toList();
      double actual =
          compiled.probabilityOfDefault(row.stream().mapToDouble(Double::doubleValue).toArray());
      own.add(new CheckVector(row, actual));
      double difference = Math.abs(actual - vector.probabilityOfDefault());
      first = first == 0 && !(difference <= tolerance) ? own.size() : first;
      greatest = Math.max(greatest, difference);
      wanted += vector.probabilityOfDefault();
      total += actual;
    }
    if (first > 0) {
      throw new UnreadableModel(
          String.format(
              Locale.ROOT,
              "check vector %d gives %.9f here, %.9f was promised; the greatest difference is %.3g"
                  + " (%.3g is allowed), the totals are %.6f and %.6f",
              first,
              own.get(first - 1).probabilityOfDefault(),
              vectors.get(first - 1).probabilityOfDefault(),
              greatest,
              tolerance,
              total,
              wanted));
    }
    return held(model, own, greatest);
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

  /** How many of the vectors have no value for a feature. */
  public long missing(ModelInput input, ModelMapping mapping) {
    List<String> names = mapping.features().stream().map(ModelMapping.Feature::feature).toList();
    int place = names.indexOf(input.name());
    return vectors.stream().filter(vector -> vector.row().get(place).isNaN()).count();
  }
}
