package org.xinyidai.engine.ingest;

import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.InvoiceStatus;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.VatInvoice;

/** Tells void and red invoices (作废、红字发票) by their rows, without reading the record. */
final class InvoiceMarks {
  private static final int VOID = InvoiceStatus.ALL.indexOf(InvoiceStatus.VOID);

  private final boolean invoices;
  private final int status;
  private final int amount;

  InvoiceMarks(Feed<?> feed) {
    invoices = feed.equals(VatInvoice.OUTPUT) || feed.equals(VatInvoice.INPUT);
    status = invoices ? feed.position("status").orElseThrow() : 0;
    amount = invoices ? feed.position("amountYuan").orElseThrow() : 0;
  }

  boolean isVoid(Row row) {
    return invoices && row.number(status) == VOID;
  }

  boolean isRed(Row row) {
    return invoices && row.number(amount) < 0;
  }
}
