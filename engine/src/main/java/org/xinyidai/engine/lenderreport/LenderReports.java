package org.xinyidai.engine.lenderreport;

import java.util.Optional;
import org.xinyidai.engine.casebook.Book;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Store;

/** The services of this room upon one platform (机构报送服务), wired once. */
public record LenderReports(
    ReportDesk desk,
    CaseBook<ReportBatch> batches,
    DifferenceDesk differences,
    MonthlyBook monthly) {
  /** The services of a platform. */
  public static LenderReports of(Platform platform, Loans loans, Accounts accounts) {
    Store store = platform.store();
    CaseBook<ReportBatch> batches = new CaseBook<>(store, Book.REPORT_BATCHES, ReportBatch.class);
    DifferenceDesk differences =
        new DifferenceDesk(
            new CaseBook<>(store, Book.DIFFERENCES, DifferenceTask.class),
            new Told(platform.notices(), accounts::offices));
    LineDesk lines =
        new LineDesk(
            store, loans, new CaseBook<>(store, Book.REPORTED_LINES, HeldLine.class), differences);
    MonthlyBook monthly = new MonthlyBook(batches, loans);
    return new LenderReports(
        new ReportDesk(store, batches, lines, differences, monthly), batches, differences, monthly);
  }

  /** A batch of a lender; empty where there is none of that number. */
  public Optional<ReportBatch> batch(String id) {
    return batches.find(id);
  }
}
