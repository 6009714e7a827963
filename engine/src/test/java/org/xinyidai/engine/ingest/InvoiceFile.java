package org.xinyidai.engine.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xinyidai.models.subject.Uscc;

/** Files of invoices for tests: CSV lines by the little that tells them apart. */
final class InvoiceFile {
  static final String HEADER =
      "uscc,invoiceNumber,issuedOn,counterparty,amountYuan,taxYuan,totalYuan,status";

  private InvoiceFile() {}

  /** A good line; equal numbers are the same fact. */
  static String line(int enterprise, int number, int yuan) {
    return line(enterprise, number, yuan, "VALID");
  }

  static String line(int enterprise, int number, int yuan, String status) {
    return uscc(enterprise)
        + ",N"
        + number
        + ",2024-03-05,B1,"
        + yuan
        + ",0,"
        + yuan
        + ","
        + status;
  }

  /** A line whose code fails its check characters. */
  static String badCode(int number) {
    return "91110000MA0000000X,N" + number + ",2024-03-05,B1,1,0,1,VALID";
  }

  /** A line that lacks a field at its end. */
  static String torn(int enterprise, int number) {
    return uscc(enterprise) + ",N" + number;
  }

  static Uscc uscc(int enterprise) {
    return Uscc.fromStem("91110000MA%06d".formatted(enterprise));
  }

  static Path write(Path file, List<String> lines) {
    try {
      return Files.writeString(file, HEADER + "\n" + String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
