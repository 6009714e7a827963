package org.xinyidai.engine.http.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.xinyidai.connectors.report.FormulaGuard;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Json;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Pages;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.RejectedRow;

/** All refused rows of a batch as a file (问题数据下载), read and written a page at a time. */
final class RejectionDownload implements Pages {
  private static final int PAGE_ROWS = 1_000;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Batches batches;
  private final String batchId;
  private final boolean csv;
  private final Workers workers;
  private long afterLine;
  private boolean first = true;
  private boolean ended;

  private RejectionDownload(
      Batches batches, String batchId, long afterLine, boolean csv, Workers workers) {
    this.batches = batches;
    this.batchId = batchId;
    this.afterLine = afterLine;
    this.csv = csv;
    this.workers = workers;
  }

  static Answer of(Batches batches, String batchId, long afterLine, String type, Workers workers) {
    boolean csv = type.equals(MediaTypes.CSV);
    String name = "rejections-" + batchId + (csv ? ".csv" : ".ndjson");
    return Answer.pages(
            csv ? MediaTypes.CSV + "; charset=utf-8" : type,
            new RejectionDownload(batches, batchId, afterLine, csv, workers))
        .withHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  @Override
  public Future<Buffer> next() {
    return ended ? Future.succeededFuture(Buffer.buffer()) : workers.run(this::read);
  }

  private Buffer read() {
    List<RejectedRow> rows = batches.rejected(batchId, afterLine, PAGE_ROWS);
    ended = rows.size() < PAGE_ROWS;
    if (!rows.isEmpty()) {
      afterLine = rows.get(rows.size() - 1).line();
    }
    Buffer page = csv ? csv(rows) : ndjson(rows);
    first = false;
    return page;
  }

  private static Buffer ndjson(List<RejectedRow> rows) {
    Buffer page = Buffer.buffer();
    for (RejectedRow row : rows) {
      page.appendBuffer(Json.write(RejectionView.of(row))).appendString("\n");
    }
    return page;
  }

  private Buffer csv(List<RejectedRow> rows) {
    StringWriter text = new StringWriter();
    if (first) {
      text.append(BYTE_ORDER_MARK);
    }
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      if (first) {
        csv.writeRecord("line", "field", "reason", "reasonZh", "record");
      }
      for (RejectedRow row : rows) {
        csv.writeRecord(
            Long.toString(row.line()),
            FormulaGuard.text(row.field()),
            row.reason().name(),
            row.reason().titleZh(),
            FormulaGuard.text(row.record()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a page in memory cannot be written", e);
    }
    return Buffer.buffer(text.toString());
  }
}
