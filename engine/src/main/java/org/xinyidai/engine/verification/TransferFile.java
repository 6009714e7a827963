package org.xinyidai.engine.verification;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.SmallTable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.connectors.report.ReportFiles;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.verification.VerificationDesk.Due;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.Turn;
import org.xinyidai.models.verification.Verification;

/**
 * The list of small transfers as a file for the office's bank, and the bank's results back
 * (小额打款清单与回单): CSV or XLSX out, CSV with uscc and result (sent, failed) in.
 */
public final class TransferFile {
  /** Verifications read at a time. */
  private static final int PAGE = 500;

  private static final List<String> COLUMNS =
      List.of("transfer", "uscc", "payee", "bank", "account", "amountYuan", "remark");
  private static final int FEN_A_YUAN = 100;

  private final Store store;
  private final VerificationDesk desk;

  public TransferFile(Store store, VerificationDesk desk) {
    this.store = store;
    this.desk = desk;
  }

  /** What a file of results came to: taken, and the lines that could not be. */
  public record Taken(long sent, long failed, List<String> faults) {
    public Taken {
      faults = List.copyOf(faults);
    }
  }

  /** Every transfer to be made now. */
  public ReportTable table() {
    List<List<Object>> rows = new ArrayList<>();
    @Nullable Uscc after = null;
    while (true) {
      List<Verification> page = desk.verifications().running(after, PAGE);
      page.stream().flatMap(one -> desk.due(one).stream()).forEach(due -> rows.add(row(due)));
      if (page.size() < PAGE) {
        return new ReportTable("小额打款", COLUMNS, rows);
      }
      after = page.get(page.size() - 1).uscc();
    }
  }

  /** Writes the list; the stream stays open. */
  public void write(OutputStream out, boolean workbook) throws IOException {
    if (workbook) {
      ReportFiles.xlsx(table(), out);
    } else {
      ReportFiles.csv(table(), out);
    }
  }

  /**
   * Takes the bank's results in; a line that was taken before is a fault and changes nothing.
   *
   * @throws UnreadableFile when the file cannot be read or lacks a column
   */
  public Taken read(Path file) throws UnreadableFile {
    long sent = 0;
    long failed = 0;
    List<String> faults = new ArrayList<>();
    for (List<String> row : SmallTable.read(file, "uscc", "result")) {
      String result = row.get(1);
      Optional<String> fault = take(row.get(0), result);
      fault.ifPresent(why -> faults.add(row.get(0) + ": " + why));
      sent += fault.isEmpty() && result.equals("sent") ? 1 : 0;
      failed += fault.isEmpty() && result.equals("failed") ? 1 : 0;
    }
    return new Taken(sent, failed, faults);
  }

  private Optional<String> take(String code, String result) {
    if (!Uscc.isWellFormed(code)) {
      return Optional.of("统一社会信用代码校验不通过");
    }
    if (!result.equals("sent") && !result.equals("failed")) {
      return Optional.of("result 须为 sent 或 failed");
    }
    Uscc uscc = new Uscc(code);
    Optional<Turn> turn =
        store.execute(changes -> desk.transferred(changes, uscc, result.equals("sent")));
    return turn.map(one -> one instanceof Turn.Barred barred ? barred.bar().zh() : "")
        .or(() -> Optional.of("该企业没有实名认证申请"))
        .filter(why -> !why.isEmpty());
  }

  private static List<Object> row(Due due) {
    long fen = due.transfer().amountFen();
    return List.of(
        due.transfer().id(),
        due.uscc().value(),
        due.payee(),
        due.bank(),
        due.accountNumber(),
        "%d.%02d".formatted(fen / FEN_A_YUAN, fen % FEN_A_YUAN),
        due.transfer().code());
  }
}
