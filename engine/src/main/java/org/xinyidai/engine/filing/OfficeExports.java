package org.xinyidai.engine.filing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.xinyidai.connectors.report.ReportFiles;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.audit.AccessLog;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.subject.Uscc;

/**
 * Exports of the office (主管部门数据导出): each is kept with its purpose in a write of its own, and where
 * enterprises are named it stands in the file of each that the office took it.
 */
public final class OfficeExports {
  /** Rows of one export with names: each stands in an enterprise's file, in one write. */
  public static final int MOST_NAMED = 10_000;

  private static final byte EXPORT = 'e';
  private static final int ID_BYTES = 8;

  private final Store store;
  private final AccessLog log;
  private final SecureRandom random;

  OfficeExports(Store store, SecureRandom random) {
    this.store = store;
    this.log = new AccessLog(store);
    this.random = random;
  }

  /**
   * What is to go out.
   *
   * @param subjects those named in it, each once; empty where none are
   */
  public record Draft(
      String id,
      OfficeExport.Content content,
      LocalDate asOf,
      String purpose,
      ReportTable table,
      List<Uscc> subjects) {
    public Draft {
      subjects = List.copyOf(subjects);
    }
  }

  /** A new number. */
  public String newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return "x-" + HexFormat.of().formatHex(id);
  }

  /** Keeps that it went out, as a part of a larger change. */
  public OfficeExport put(Changes changes, Draft draft, Account account) {
    LocalDate today = ChinaTime.dayOf(changes.instant());
    OfficeExport export =
        new OfficeExport(
            draft.id(),
            draft.content().code(),
            draft.asOf(),
            !draft.subjects().isEmpty(),
            account.organisation(),
            account.id(),
            changes.instant(),
            draft.purpose(),
            draft.table().rows().size(),
            Sm3.of(csv(draft.table())),
            today.plusDays(OfficeExport.KEPT_DAYS));
    changes.put(Family.FILINGS, key(draft.id()), StoredJson.write(export));
    Act act = Act.current().orElse(Act.PLATFORM);
    for (Uscc subject : draft.subjects()) {
      log.put(changes, subject, act, draft.purpose() + " " + draft.id());
    }
    return export;
  }

  /** All, in the order of numbers. */
  public List<OfficeExport> all() {
    return store.read(
        view -> {
          List<OfficeExport> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.FILINGS, new byte[] {EXPORT})) {
            while (cursor.next()) {
              found.add(StoredJson.read(cursor.value(), OfficeExport.class));
            }
          }
          return found;
        });
  }

  /** The table with what every row tells of the export. */
  public static ReportTable marked(ReportTable table, OfficeExport export) {
    List<String> columns = new ArrayList<>(table.columns());
    columns.addAll(export.watermark().keySet());
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      List<Object> longer = new ArrayList<>(row);
      longer.addAll(export.watermark().values());
      rows.add(longer);
    }
    return new ReportTable(table.title(), columns, rows);
  }

  private static byte[] csv(ReportTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ReportFiles.csv(table, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a file in memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] key(String id) {
    return KeyParts.of(EXPORT, id);
  }
}
