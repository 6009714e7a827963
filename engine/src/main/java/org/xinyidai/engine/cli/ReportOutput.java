package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinyidai.connectors.report.ReportFiles;
import org.xinyidai.connectors.report.ReportTable;

/** Writes a table where the operator wants it. */
final class ReportOutput {
  private ReportOutput() {}

  /** Refuses a name that tells no format, before any work is done. */
  static void check(Path file) {
    if (!isCsv(file) && !file.toString().endsWith(".xlsx")) {
      throw new Failure(file + ": the name given to --out must end in .csv or .xlsx");
    }
  }

  static void write(ReportTable table, Path file) throws IOException {
    check(file);
    try (OutputStream out = Files.newOutputStream(file)) {
      if (isCsv(file)) {
        ReportFiles.csv(table, out);
      } else {
        ReportFiles.xlsx(table, out);
      }
    }
  }

  private static boolean isCsv(Path file) {
    return file.toString().endsWith(".csv");
  }
}
