package org.xinyidai.connectors.feed;

import blue.strategic.parquet.Dehydrator;
import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** The invoice of {@link FeedBytes} as a Parquet file, some number of times over. */
final class ParquetFiles {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message invoice {
            required binary uscc (STRING);
            required int64 发票号码;
            required int32 issuedOn (DATE);
            optional binary counterparty (STRING);
            required int64 amountYuan (DECIMAL(18,2));
            required double taxYuan;
            required double totalYuan;
            required binary status (STRING);
            optional binary remark (STRING);
          }
          """);

  private ParquetFiles() {}

  static byte[] invoices(int rows) {
    try {
      Path file = Files.createTempFile("invoices", ".parquet");
      Dehydrator<Integer> invoice =
          (row, value) -> {
            value.write("uscc", FeedBytes.USCC);
            value.write("发票号码", 3390939L + row);
            value.write("issuedOn", (int) LocalDate.of(2017, 7, 18).toEpochDay());
            value.write("counterparty", "A00297");
            value.write("amountYuan", -94340L);
            value.write("taxYuan", -56.60);
            value.write("totalYuan", -1000.0);
            value.write("status", "有效发票");
          };
      try (ParquetWriter<Integer> writer =
          ParquetWriter.writeFile(SCHEMA, file.toFile(), invoice)) {
        for (int row = 0; row < rows; row++) {
          writer.write(row);
        }
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
