package org.xinyidai.engine.store;

import java.time.LocalDate;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.Uscc;

/** Rows of output invoices for tests, by the little that tells them apart. */
final class Invoices {
  static final Uscc FIRST = Uscc.fromStem("91110000MA000000");
  static final Uscc SECOND = Uscc.fromStem("91310000MA000001");

  private static final LocalDate RECEIVED_ON = LocalDate.of(2025, 1, 1);

  private Invoices() {}

  static Row row(Uscc uscc, String number, int yuan) {
    return row(uscc, number, LocalDate.of(2024, 3, 5), yuan);
  }

  static Row row(Uscc uscc, String number, LocalDate issuedOn, int yuan) {
    String[] fields = {
      uscc.value(),
      number,
      issuedOn.toString(),
      "B1",
      yuan + ".00",
      "0.00",
      yuan + ".00",
      "VALID",
      ""
    };
    Validated<Row> validated = VatInvoice.OUTPUT.validate(column -> fields[column], RECEIVED_ON);
    if (validated instanceof Accepted<Row> accepted) {
      return accepted.value();
    }
    throw new AssertionError(validated);
  }
}
