package org.xinyidai.connectors.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.MissingReason;

/**
 * Writes training data row by row (训练集写出), in batches of bounded size. The file has its name only
 * once it is whole.
 *
 * <p>Columns are {@code uscc}, {@code observed_on}, {@code bad}, then for each feature its value,
 * absent where missing and never zero for it, and behind all of them {@code NAME__missing} with the
 * reason.
 */
public interface DatasetWriter extends AutoCloseable {
  String USCC = "uscc";
  String OBSERVED_ON = "observed_on";
  String BAD = "bad";
  String MISSING_SUFFIX = "__missing";

  /** Names of what is told of the file as a whole. */
  String SCHEMA_VERSION = "xinyidai.schemaVersion";

  String KNOWN_AT_RULE = "xinyidai.knownAtRule";
  String DATA_DIGEST = "xinyidai.dataDigest";
  String MISSING_REASONS = "xinyidai.missingReasons";
  String ROWS = "xinyidai.rows";

  void write(DatasetRow row) throws IOException;

  /** Ends the file and gives it its name; tells what stands beside the rows. */
  Map<String, String> finish() throws IOException;

  /** Lets go of all; removes what was not finished. */
  @Override
  void close() throws IOException;

  /**
   * A writer by the end of the file's name: Arrow IPC for {@code .arrow}, CSV for {@code .csv}.
   *
   * @param knownAtRule what may be known for a row, in a sentence
   * @throws IllegalArgumentException for any other name
   */
  static DatasetWriter open(Path file, FeatureSchema schema, String knownAtRule)
      throws IOException {
    Map<String, String> about = new LinkedHashMap<>();
    about.put(SCHEMA_VERSION, "" + schema.version());
    about.put(KNOWN_AT_RULE, knownAtRule);
    StringBuilder reasons = new StringBuilder();
    for (MissingReason reason : MissingReason.values()) {
      if (reason != MissingReason.NONE) {
        reasons.append(reasons.isEmpty() ? "" : ",").append(reason.code()).append('=');
        reasons.append(reason);
      }
    }
    about.put(MISSING_REASONS, reasons.toString());
    String name = file.toString();
    if (name.endsWith(".arrow")) {
      return new ArrowDataset(file, schema, about);
    }
    if (name.endsWith(".csv")) {
      return new CsvDataset(file, schema, about);
    }
    throw new IllegalArgumentException(name + ": the name must end in .arrow or .csv");
  }
}
