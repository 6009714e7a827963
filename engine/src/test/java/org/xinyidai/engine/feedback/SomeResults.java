package org.xinyidai.engine.feedback;

import java.time.Instant;
import java.time.LocalDate;
import org.xinyidai.connectors.feedback.FinancingResult;
import org.xinyidai.connectors.feedback.FinancingResult.Enterprise;
import org.xinyidai.connectors.feedback.FinancingResult.Institution;
import org.xinyidai.connectors.feedback.FinancingResult.Product;
import org.xinyidai.connectors.feedback.ResultKind;
import org.xinyidai.connectors.feedback.ResultOrigin;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.OutboxEntry;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.product.SecurityMode;

/** Results in an outbox with nothing special about them. */
final class SomeResults {
  static final String LENDER = "甲银行";
  static final String DISTRICT = "350102";
  static final String BANK_CODE = "91110000802100433B";
  private static final String FIRM = "91350100M000100Y43";
  private static final long AMOUNT_FEN = 100_000_000L;

  private SomeResults() {}

  static String id(int number) {
    return "a-%06d.3".formatted(number);
  }

  /** Puts results of these numbers, a hundred in a write. */
  static void put(Store store, int from, int to) {
    for (int first = from; first < to; first += 100) {
      int begin = first;
      int end = Math.min(to, first + 100);
      store.execute(
          changes -> {
            for (int i = begin; i < end; i++) {
              put(store, changes, i, "某某公司" + i);
            }
            return end;
          });
    }
  }

  /** One whose enterprise has this name; an empty one does not conform. */
  static void put(Store store, int number, String name) {
    store.execute(
        changes -> {
          put(store, changes, number, name);
          return name;
        });
  }

  private static void put(Store store, Changes changes, int number, String name) {
    Instant now = changes.instant();
    FinancingResult result = result(number, name, now);
    new Outbox(store)
        .put(
            changes,
            new OutboxEntry(
                result.id(),
                "loan.granted",
                FinancingResult.VERSION,
                now,
                new Scope(DISTRICT, LENDER),
                ResultLines.payload(result)));
  }

  private static FinancingResult result(int number, String name, Instant now) {
    LocalDate today = ChinaTime.dayOf(now);
    return new FinancingResult(
        id(number),
        ResultKind.GRANTED,
        ResultOrigin.WORKFLOW,
        now,
        now,
        null,
        new Enterprise(FIRM, name),
        new Institution(BANK_CODE, LENDER),
        new Product("loan", 1, "贷"),
        "a-%06d".formatted(number),
        new FinancingResult.Grant(
            "G-" + number,
            AMOUNT_FEN,
            today,
            today.plusYears(1),
            SecurityMode.CREDIT,
            true,
            false,
            385),
        null,
        null,
        null);
  }
}
