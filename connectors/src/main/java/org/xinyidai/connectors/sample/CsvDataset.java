package org.xinyidai.connectors.sample;

import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;

/**
 * Training data as CSV (训练集 CSV); a missing value is an empty cell. What is told of the whole
 * stands in {@code FILE-metadata.json} beside it, where the W3C's CSV on the web looks for it.
 */
final class CsvDataset implements DatasetWriter {
  /** Whole numbers up to here are written without a point. */
  private static final double EXACT = 1L << 53;

  private final Path file;
  private final Path part;
  private final Map<String, String> about;
  private final DatasetDigest digest;
  private final CsvWriter csv;
  private boolean ended;

  CsvDataset(Path file, FeatureSchema schema, Map<String, String> about) throws IOException {
    this.file = file;
    this.about = about;
    part = file.resolveSibling(file.getFileName() + ".part");
    digest = new DatasetDigest(schema);
    csv = CsvWriter.builder().build(part);
    List<String> names = new ArrayList<>(List.of(USCC, OBSERVED_ON, BAD));
    schema.features().forEach(feature -> names.add(feature.name()));
    schema.features().forEach(feature -> names.add(feature.name() + MISSING_SUFFIX));
    csv.writeRecord(names);
  }

  @Override
  public void write(DatasetRow row) {
    FeatureVector vector = row.features();
    List<String> cells = new ArrayList<>(3 + 2 * vector.size());
    cells.add(vector.uscc().value());
    cells.add(vector.asOf().toString());
    cells.add(row.bad() ? "1" : "0");
    for (int i = 0; i < vector.size(); i++) {
      cells.add(vector.missing(i) == MissingReason.NONE ? text(vector.value(i)) : "");
    }
    for (int i = 0; i < vector.size(); i++) {
      MissingReason missing = vector.missing(i);
      cells.add(missing == MissingReason.NONE ? "" : missing.name());
    }
    csv.writeRecord(cells);
    digest.add(row);
  }

  @Override
  public Map<String, String> finish() throws IOException {
    end();
    about.put(ROWS, "" + digest.rows());
    about.put(DATA_DIGEST, digest.end());
    Path beside = file.resolveSibling(file.getFileName() + "-metadata.json");
    Files.write(beside, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(about));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return Map.copyOf(about);
  }

  @Override
  public void close() throws IOException {
    end();
    Files.deleteIfExists(part);
  }

  private void end() throws IOException {
    if (!ended) {
      ended = true;
      csv.close();
    }
  }

  /** Reads back to the same bits. */
  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < EXACT
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
