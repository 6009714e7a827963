package org.xinyidai.engine.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.sample.DatasetRow;
import org.xinyidai.connectors.sample.DatasetWriter;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.NewFact;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.Uscc;

/** Training data in a file says what could be known on its day, and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainingSetFileTest {
  private static final Uscc IN_TIME = Uscc.fromStem("91110000MA000000");
  private static final Uscc TOO_LATE = Uscc.fromStem("91310000MA000001");
  private static final LocalDate DAY = LocalDate.of(2024, 5, 31);
  private static final Instant LAST_SECOND =
      OffsetDateTime.parse("2024-05-31T23:59:59+08:00").toInstant();
  private static final String SALES = "sales_invoiced_fen_1m";
  private static final FeatureSchema SCHEMA = FeatureCatalogue.CURRENT;

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("state"), StoreOptions.small());
    sold(IN_TIME, LAST_SECOND);
    sold(TOO_LATE, LAST_SECOND.plusSeconds(1));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_fact_known_one_second_after_the_end_of_the_day_never_enters() throws IOException {
    Path file = folder.resolve("set.arrow");
    write(file, labels(DAY));
    List<Map<String, Object>> rows = arrow(file);

    assertEquals(IN_TIME.value(), rows.get(0).get("uscc"));
    assertEquals(100_00.0, rows.get(0).get(SALES));
    assertNull(rows.get(0).get(SALES + "__missing"));
    assertEquals(TOO_LATE.value(), rows.get(1).get("uscc"));
    assertNull(rows.get(1).get(SALES), "known a second too late");
    assertEquals(MissingReason.FEED_ABSENT.code(), rows.get(1).get(SALES + "__missing"));
  }

  @Test
  void the_day_after_the_late_fact_is_there() throws IOException {
    Path file = folder.resolve("set.csv");
    write(file, labels(DAY.plusDays(1)));
    assertEquals("10000", csv(file).get(1).getField(SALES));
  }

  @Test
  void csv_leaves_what_is_missing_empty_and_tells_the_reason() throws IOException {
    Path file = folder.resolve("set.csv");
    write(file, labels(DAY));
    NamedCsvRecord late = csv(file).get(1);

    assertEquals("2024-05-31", late.getField("observed_on"));
    assertEquals("1", late.getField("bad"));
    assertEquals("", late.getField(SALES));
    assertEquals("FEED_ABSENT", late.getField(SALES + "__missing"));
    assertTrue(Files.readString(folder.resolve("set.csv-metadata.json")).contains("sha256:"));
  }

  @Test
  void the_schema_tells_version_rule_and_a_digest_that_is_that_of_the_data() throws IOException {
    Map<String, String> arrow = write(folder.resolve("a.arrow"), labels(DAY));
    Map<String, String> csv = write(folder.resolve("a.csv"), labels(DAY));
    Map<String, String> other = write(folder.resolve("b.arrow"), labels(DAY.plusDays(1)));

    assertEquals(arrow, csv);
    assertFalse(arrow.get(DatasetWriter.DATA_DIGEST).equals(other.get(DatasetWriter.DATA_DIGEST)));
    assertEquals(arrow, metadata(folder.resolve("a.arrow")));
    assertEquals("" + SCHEMA.version(), arrow.get(DatasetWriter.SCHEMA_VERSION));
    assertEquals(TrainingSets.KNOWN_AT_RULE, arrow.get(DatasetWriter.KNOWN_AT_RULE));
  }

  @Test
  void many_batches_hold_every_row() throws IOException {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      labels.add(new Label(IN_TIME, DAY.minusDays(i), i % 7 == 0));
    }
    Path file = folder.resolve("many.arrow");
    assertEquals("2500", write(file, labels).get(DatasetWriter.ROWS));
    List<Map<String, Object>> rows = arrow(file);
    assertEquals(2_500, rows.size());
    assertEquals(100_00.0, rows.get(2_499).get(SALES));
    assertEquals(358, rows.stream().filter(row -> row.get("bad").equals(true)).count());
  }

  @Test
  void an_unfinished_file_leaves_nothing() throws IOException {
    Path file = folder.resolve("broken.arrow");
    DatasetWriter.open(file, SCHEMA, "any").close();
    assertFalse(Files.exists(file));
    assertFalse(Files.exists(folder.resolve("broken.arrow.spool")));
    assertThrows(
        IllegalArgumentException.class,
        () -> DatasetWriter.open(folder.resolve("set.txt"), SCHEMA, "any"));
  }

  private static List<Label> labels(LocalDate day) {
    return List.of(new Label(TOO_LATE, day, true), new Label(IN_TIME, day, false));
  }

  private Map<String, String> write(Path file, List<Label> labels) throws IOException {
    try (DatasetWriter writer = DatasetWriter.open(file, SCHEMA, TrainingSets.KNOWN_AT_RULE)) {
      new TrainingSets(SCHEMA, new Vectors(store, SCHEMA)::compute)
          .forEach(labels, (label, vector) -> writer.write(new DatasetRow(vector, label.bad())));
      return writer.finish();
    }
  }

  private void sold(Uscc uscc, Instant knownAt) {
    String[] fields = {uscc.value(), "1", "2024-05-05", "B", "100.00", "0", "100.00", "VALID", ""};
    Row row = ((Accepted<Row>) VatInvoice.OUTPUT.validate(column -> fields[column], DAY)).value();
    store.execute(
        changes -> NewFact.of(store.shards(), VatInvoice.OUTPUT, row).take(changes, knownAt));
  }

  private static List<NamedCsvRecord> csv(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  private static Map<String, String> metadata(Path file) throws IOException {
    try (RootAllocator allocator = new RootAllocator();
        ArrowFileReader reader = new ArrowFileReader(FileChannel.open(file), allocator)) {
      return reader.getVectorSchemaRoot().getSchema().getCustomMetadata();
    }
  }

  private static List<Map<String, Object>> arrow(Path file) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (RootAllocator allocator = new RootAllocator();
        ArrowFileReader reader = new ArrowFileReader(FileChannel.open(file), allocator)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      while (reader.loadNextBatch()) {
        for (int row = 0; row < root.getRowCount(); row++) {
          rows.add(row(root, row));
        }
      }
    }
    return rows;
  }

  private static Map<String, Object> row(VectorSchemaRoot root, int row) {
    Map<String, Object> cells = new HashMap<>();
    for (String name : List.of("bad", SALES, SALES + "__missing")) {
      cells.put(name, root.getVector(name).getObject(row));
    }
    cells.put("uscc", root.getVector("uscc").getObject(row).toString());
    return cells;
  }
}
