package org.xinyidai.engine.http.api;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.connectors.report.ArrowReport;
import org.xinyidai.connectors.report.ReportFiles;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Json;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.lead.Export;
import org.xinyidai.engine.lead.Grid;
import org.xinyidai.engine.lead.LeadExports.Told;
import org.xinyidai.engine.lead.LeadTable;

/** An export in the form that the caller wants (线索文件): each names its puller. */
final class LeadAnswers {
  static final String[] FORMS = {
    MediaTypes.JSON, MediaTypes.CSV, MediaTypes.XLSX, MediaTypes.ARROW_STREAM
  };

  private final Grid grid;

  /** A lead; {@code details} is empty without consent. */
  record LeadRow(
      String leadId, String mark, Map<String, Object> bands, Map<String, Object> details) {}

  /** What was pulled; {@code leads} is left out where exports are listed. */
  record ExportView(
      String id,
      String pulledBy,
      String account,
      Instant pulledAt,
      String purpose,
      boolean cutByQuota,
      int count,
      List<LeadRow> leads) {
    static ExportView of(Export export, List<Told> rows) {
      return new ExportView(
          export.id(),
          export.lender(),
          export.account(),
          export.at(),
          export.purpose(),
          export.cut(),
          export.rows().size(),
          rows.stream()
              .map(
                  told ->
                      new LeadRow(
                          told.row().leadId(),
                          told.row().mark(),
                          told.row().coarse(),
                          told.details()))
              .toList());
    }
  }

  LeadAnswers(Grid grid) {
    this.grid = grid;
  }

  /** The export with what may be told of each lead now. */
  Answer of(int status, Export export, List<Told> rows, String wanted) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Location", Endpoint.BASE + "/lead-exports/" + export.id());
    if (wanted.equals(MediaTypes.JSON)) {
      return Answer.again(status, wanted, headers, Json.write(ExportView.of(export, rows)));
    }
    String name = "leads-" + export.id() + "." + ending(wanted);
    headers.put("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return Answer.again(
        status,
        wanted.equals(MediaTypes.CSV) ? wanted + "; charset=utf-8" : wanted,
        headers,
        Buffer.buffer(file(export, rows, wanted)));
  }

  private byte[] file(Export export, List<Told> rows, String wanted) {
    ReportTable table = LeadTable.of(grid, export, rows);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      switch (wanted) {
        case MediaTypes.CSV -> ReportFiles.csv(table, bytes);
        case MediaTypes.XLSX -> ReportFiles.xlsx(List.of(table, watermark(export)), bytes);
        default -> ArrowReport.write(table, LeadTable.NUMBERS, LeadTable.watermark(export), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a file in memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static ReportTable watermark(Export export) {
    List<List<Object>> rows = new ArrayList<>();
    LeadTable.watermark(export).forEach((name, value) -> rows.add(List.of(name, value)));
    return new ReportTable("watermark", List.of("name", "value"), rows);
  }

  private static String ending(String type) {
    return switch (type) {
      case MediaTypes.CSV -> "csv";
      case MediaTypes.XLSX -> "xlsx";
      default -> "arrows";
    };
  }
}
