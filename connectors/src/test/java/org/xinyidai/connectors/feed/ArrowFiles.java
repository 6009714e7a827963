package org.xinyidai.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.LocalDate;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.ArrowWriter;

/** The invoice of {@link FeedBytes} as Arrow bytes, some number of times over. */
final class ArrowFiles {
  private static final LocalDate DAY = LocalDate.of(2017, 7, 18);

  private ArrowFiles() {}

  /** A number as invoice number, a day as day, a decimal and two doubles as amounts. */
  static byte[] invoices(boolean file, int batches, int rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BufferAllocator memory = new RootAllocator();
        VarCharVector uscc = new VarCharVector("uscc", memory);
        BigIntVector number = new BigIntVector("发票号码", memory);
        DateDayVector day = new DateDayVector("issuedOn", memory);
        VarCharVector party = new VarCharVector("counterparty", memory);
        DecimalVector amount = new DecimalVector("amountYuan", memory, 18, 2);
        Float8Vector tax = new Float8Vector("taxYuan", memory);
        Float8Vector total = new Float8Vector("totalYuan", memory);
        VarCharVector status = new VarCharVector("status", memory);
        BigIntVector other = new BigIntVector("remark", memory)) {
      List<FieldVector> columns =
          List.of(uscc, number, day, party, amount, tax, total, status, other);
      try (VectorSchemaRoot root = new VectorSchemaRoot(columns);
          WritableByteChannel channel = Channels.newChannel(out);
          ArrowWriter writer =
              file
                  ? new ArrowFileWriter(root, null, channel)
                  : new ArrowStreamWriter(root, null, channel)) {
        writer.start();
        for (int batch = 0; batch < batches; batch++) {
          for (int row = 0; row < rows; row++) {
            uscc.setSafe(row, FeedBytes.USCC.getBytes(UTF_8));
            number.setSafe(row, 3390939 + (long) batch * rows + row);
            day.setSafe(row, (int) DAY.toEpochDay());
            party.setSafe(row, "A00297".getBytes(UTF_8));
            amount.setSafe(row, -94340);
            tax.setSafe(row, -56.60);
            total.setSafe(row, -1000);
            status.setSafe(row, "有效发票".getBytes(UTF_8));
            other.setNull(row);
          }
          root.setRowCount(rows);
          writer.writeBatch();
        }
        writer.end();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
