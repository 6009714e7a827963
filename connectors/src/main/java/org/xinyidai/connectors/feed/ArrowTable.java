package org.xinyidai.connectors.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Kind;
import org.xinyidai.models.record.Validated.Reason;

/** The rows of an Arrow IPC stream or file (Arrow文件), batch by batch, not compressed. */
final class ArrowTable implements Table {
  /** Of one batch; writers make far smaller ones unless told otherwise. */
  private static final long MAX_BATCH_BYTES = 128L << 20;

  /** A batch, its dictionaries, and what the library needs beside them. */
  private static final long MAX_MEMORY_BYTES = 512L << 20;

  private final InputStream bytes;
  private final BufferAllocator memory = new RootAllocator(MAX_MEMORY_BYTES);
  private final ArrowStreamReader reader;
  private final VectorSchemaRoot batch;
  private final List<Field> fields;
  private final int maxChars;
  private int row = -1;
  private long line;

  /** Takes the stream over, and closes it when the file is no Arrow at all. */
  ArrowTable(InputStream bytes, ReadLimits limits) throws IOException {
    this.bytes = bytes;
    maxChars = limits.maxRecordChars();
    try {
      reader = new ArrowStreamReader(new ArrowFrames(bytes, MAX_BATCH_BYTES), memory);
    } catch (IOException | RuntimeException failure) {
      memory.close();
      throw damaged(failure);
    }
    try {
      batch = reader.getVectorSchemaRoot();
      fields = batch.getSchema().getFields();
    } catch (IOException | RuntimeException failure) {
      close();
      throw damaged(failure);
    }
  }

  @Override
  public List<String> header() {
    return fields.stream().map(Field::getName).toList();
  }

  @Override
  public boolean next() throws IOException {
    try {
      row++;
      while (row >= batch.getRowCount()) {
        if (!reader.loadNextBatch()) {
          return false;
        }
        row = 0;
      }
      line++;
      return true;
    } catch (IOException | RuntimeException failure) {
      throw damaged(failure);
    }
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public @Nullable String text(int place, @Nullable Kind kind) throws IOException {
    try {
      FieldVector vector = batch.getVector(place);
      DictionaryEncoding encoding = fields.get(place).getDictionary();
      if (encoding == null) {
        return ArrowText.of(vector, row, maxChars);
      }
      Dictionary dictionary = reader.lookup(encoding.getId());
      return vector.isNull(row) || dictionary == null
          ? null
          : ArrowText.of(dictionary.getVector(), ArrowText.index(vector, row), maxChars);
    } catch (RuntimeException failure) {
      throw damaged(failure);
    }
  }

  @Override
  public @Nullable Reason fault(int place, @Nullable Kind kind) {
    FieldVector vector = batch.getVector(place);
    boolean encoded = fields.get(place).getDictionary() != null;
    return encoded || vector.isNull(row) || ArrowText.isRead(vector)
        ? null
        : Reason.VALUE_UNREADABLE;
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
      memory.close();
    } catch (RuntimeException leaked) {
      // A batch that broke while it was loaded is not given back; the allocator dies with us.
    } finally {
      bytes.close();
    }
  }

  private static IOException damaged(Exception failure) {
    if (failure instanceof UnreadableFile said) {
      return said;
    }
    boolean compressed = String.valueOf(failure.getMessage()).contains("compression");
    return new UnreadableFile(
        compressed
            ? "the Arrow data is compressed; write it without compression"
            : "the Arrow data is damaged; send the file again",
        failure);
  }
}
