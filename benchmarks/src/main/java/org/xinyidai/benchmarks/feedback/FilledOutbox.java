package org.xinyidai.benchmarks.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.xinyidai.connectors.feedback.FinancingResult;
import org.xinyidai.connectors.feedback.FinancingResult.DrawDown;
import org.xinyidai.connectors.feedback.FinancingResult.Enterprise;
import org.xinyidai.connectors.feedback.FinancingResult.Grant;
import org.xinyidai.connectors.feedback.FinancingResult.Institution;
import org.xinyidai.connectors.feedback.FinancingResult.Product;
import org.xinyidai.connectors.feedback.FinancingResult.Standing;
import org.xinyidai.connectors.feedback.ResultKind;
import org.xinyidai.connectors.feedback.ResultLine;
import org.xinyidai.connectors.feedback.ResultOrigin;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.OutboxEntry;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.subject.Uscc;

/**
 * Draw-downs, the longest results there are, of many enterprises and some lenders and districts.
 */
final class FilledOutbox {
  private static final int A_WRITE = 200;
  private static final int FIRMS = 5_000;
  private static final int LENDERS = 12;
  private static final int DISTRICTS = 9;
  private static final long AMOUNT_FEN = 300_000_000L;

  private FilledOutbox() {}

  /** Puts so many results, numbered from the first. */
  static void put(Store store, int first, int count) {
    Outbox outbox = new Outbox(store);
    for (int from = first; from < first + count; from += A_WRITE) {
      int begin = from;
      int end = Math.min(first + count, from + A_WRITE);
      store.execute(
          changes -> {
            for (int i = begin; i < end; i++) {
              outbox.put(changes, entry(i, changes.instant()));
            }
            return end;
          });
    }
  }

  private static OutboxEntry entry(int number, Instant now) {
    FinancingResult result = result(number, now);
    return new OutboxEntry(
        result.id(),
        "loan." + result.kind().code(),
        FinancingResult.VERSION,
        now,
        new Scope("35010" + number % DISTRICTS, "模拟银行" + number % LENDERS),
        StoredJson.read(ResultLine.write(result), JsonNode.class));
  }

  /** A result as it travels. */
  static FinancingResult result(int number, Instant now) {
    LocalDate today = ChinaTime.dayOf(now);
    String application = "91350102MA%06d-%012d".formatted(number % FIRMS, number);
    return new FinancingResult(
        application + ".6",
        ResultKind.DRAWN,
        ResultOrigin.WORKFLOW,
        now,
        now,
        null,
        new Enterprise(
            Uscc.fromStem("91350102MA%06d".formatted(number % FIRMS)).value(),
            "福州市模拟精密制造有限公司" + number % FIRMS),
        new Institution("91330100799655058B", "模拟银行股份有限公司福州分行"),
        new Product("credit-line", 3, "小微企业信用快贷"),
        application,
        new Grant(
            "SX-" + number,
            AMOUNT_FEN,
            today,
            today.plusYears(1),
            SecurityMode.CREDIT,
            true,
            number % 3 == 0,
            385),
        new DrawDown("FK-" + number, AMOUNT_FEN / 3, today, today.plusYears(1)),
        new Standing(AMOUNT_FEN / 3, null, 0, 0, null),
        null);
  }
}
