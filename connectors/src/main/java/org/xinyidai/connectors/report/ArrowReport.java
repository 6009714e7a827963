package org.xinyidai.connectors.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Writes a table as an Arrow IPC stream of one batch (Arrow流). A column of numbers is a column of
 * doubles; every other one is UTF-8; an empty cell is null. The stream is flushed and stays open.
 */
public final class ArrowReport {
  /** A table of some thousand rows takes a hundredth of it. */
  private static final long MAX_MEMORY_BYTES = 256L << 20;

  private ArrowReport() {}

  /**
   * Writes the table; a column that holds numbers, and nothing beside them, is one of numbers.
   *
   * @param metadata stands in the schema, where a reader shows it with the columns
   */
  public static void write(ReportTable table, Map<String, String> metadata, OutputStream out)
      throws IOException {
    write(table, Set.of(), metadata, out);
  }

  /**
   * The same with a schema that does not depend on which cells are empty.
   *
   * @param numbers columns that hold numbers or nothing
   */
  public static void write(
      ReportTable table, Set<String> numbers, Map<String, String> metadata, OutputStream out)
      throws IOException {
    List<Field> fields = new ArrayList<>();
    for (int column = 0; column < table.columns().size(); column++) {
      ArrowType type =
          numbers.contains(table.columns().get(column)) || isNumber(table, column)
              ? new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)
              : ArrowType.Utf8.INSTANCE;
      fields.add(new Field(table.columns().get(column), FieldType.nullable(type), null));
    }
    try (BufferAllocator memory = new RootAllocator(MAX_MEMORY_BYTES);
        VectorSchemaRoot batch = VectorSchemaRoot.create(new Schema(fields, metadata), memory);
        ArrowStreamWriter writer =
            new ArrowStreamWriter(batch, null, Channels.newChannel(new Unclosed(out)))) {
      batch.allocateNew();
      for (int column = 0; column < fields.size(); column++) {
        fill(batch.getVector(column), table, column);
      }
      batch.setRowCount(table.rows().size());
      writer.start();
      writer.writeBatch();
      writer.end();
    }
    out.flush();
  }

  private static boolean isNumber(ReportTable table, int column) {
    boolean any = false;
    for (List<Object> row : table.rows()) {
      boolean number = row.get(column) instanceof Number;
      any |= number;
      if (!number && !row.get(column).equals("")) {
        return false;
      }
    }
    return any;
  }

  private static void fill(FieldVector vector, ReportTable table, int column) {
    for (int row = 0; row < table.rows().size(); row++) {
      Object cell = table.rows().get(row).get(column);
      if (cell.equals("")) {
        vector.setNull(row);
      } else if (vector instanceof Float8Vector numbers && cell instanceof Number number) {
        numbers.setSafe(row, number.doubleValue());
      } else if (vector instanceof VarCharVector texts) {
        texts.setSafe(row, cell.toString().getBytes(UTF_8));
      }
    }
    vector.setValueCount(table.rows().size());
  }

  /** Arrow closes what it writes to; the caller's stream is the caller's to close. */
  private static final class Unclosed extends OutputStream {
    private final OutputStream out;

    Unclosed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }
  }
}
