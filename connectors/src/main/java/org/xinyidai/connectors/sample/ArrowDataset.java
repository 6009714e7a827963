package org.xinyidai.connectors.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;

/**
 * Training data as an Arrow IPC file (训练集 Arrow). The schema stands before the rows and carries
 * their digest, so the batches are written aside first and copied behind it at the end.
 */
final class ArrowDataset implements DatasetWriter {
  /** Rows of a batch: a few megabytes for some hundred features. */
  private static final int BATCH_ROWS = 1_024;

  /** Many times what batches of one writer and one reader take. */
  private static final long MEMORY_BYTES = 256L << 20;

  private final Path file;
  private final Path spool;
  private final Path part;
  private final FeatureSchema schema;
  private final Map<String, String> about;
  private final DatasetDigest digest;
  private final BufferAllocator allocator = new RootAllocator(MEMORY_BYTES);
  private final VectorSchemaRoot root;
  private final FileChannel channel;
  private final ArrowFileWriter writer;
  private int filled;

  ArrowDataset(Path file, FeatureSchema schema, Map<String, String> about) throws IOException {
    this.file = file;
    this.schema = schema;
    this.about = about;
    spool = file.resolveSibling(file.getFileName() + ".spool");
    part = file.resolveSibling(file.getFileName() + ".part");
    digest = new DatasetDigest(schema);
    root = VectorSchemaRoot.create(ArrowColumns.of(schema, about), allocator);
    channel = create(spool);
    writer = new ArrowFileWriter(root, null, channel);
    writer.start();
  }

  @Override
  public void write(DatasetRow row) throws IOException {
    FeatureVector vector = row.features();
    byte[] code = vector.uscc().value().getBytes(UTF_8);
    ((VarCharVector) root.getVector(0)).setSafe(filled, code);
    ((DateDayVector) root.getVector(1)).setSafe(filled, (int) vector.asOf().toEpochDay());
    ((BitVector) root.getVector(2)).setSafe(filled, row.bad() ? 1 : 0);
    int features = vector.size();
    for (int i = 0; i < features; i++) {
      Float8Vector value = (Float8Vector) root.getVector(ArrowColumns.FIRST_FEATURE + i);
      TinyIntVector reason =
          (TinyIntVector) root.getVector(ArrowColumns.FIRST_FEATURE + features + i);
      if (vector.missing(i) == MissingReason.NONE) {
        value.setSafe(filled, vector.value(i));
        reason.setNull(filled);
      } else {
        value.setNull(filled);
        reason.setSafe(filled, vector.missing(i).code());
      }
    }
    digest.add(row);
    filled++;
    if (filled == BATCH_ROWS) {
      writeBatch();
    }
  }

  @Override
  public Map<String, String> finish() throws IOException {
    if (filled > 0) {
      writeBatch();
    }
    writer.end();
    about.put(ROWS, "" + digest.rows());
    about.put(DATA_DIGEST, digest.end());
    copyBehindSchema();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return Map.copyOf(about);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    root.close();
    channel.close();
    allocator.close();
    Files.deleteIfExists(spool);
    Files.deleteIfExists(part);
  }

  private void writeBatch() throws IOException {
    root.setRowCount(filled);
    writer.writeBatch();
    filled = 0;
    root.clear();
  }

  private void copyBehindSchema() throws IOException {
    try (FileChannel in = FileChannel.open(spool, StandardOpenOption.READ);
        ArrowFileReader reader = new ArrowFileReader(in, allocator);
        VectorSchemaRoot whole =
            VectorSchemaRoot.create(ArrowColumns.of(schema, about), allocator);
        FileChannel out = create(part);
        ArrowFileWriter copy = new ArrowFileWriter(whole, null, out)) {
      VectorUnloader from = new VectorUnloader(reader.getVectorSchemaRoot());
      VectorLoader to = new VectorLoader(whole);
      copy.start();
      while (reader.loadNextBatch()) {
        try (ArrowRecordBatch batch = from.getRecordBatch()) {
          to.load(batch);
          copy.writeBatch();
        }
      }
      copy.end();
    }
  }

  private static FileChannel create(Path path) throws IOException {
    return FileChannel.open(
        path,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }
}
