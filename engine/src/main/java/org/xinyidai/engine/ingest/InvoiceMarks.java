package org.xinyidai.engine.ingest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xinyidai.connectors.feed.RawRecord;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.InvoiceStatus;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.VatInvoice;

/** Tells void and red invoices (作废、红字发票) by their rows, without reading the record. */
final class InvoiceMarks {
  private static final int VOID = InvoiceStatus.ALL.indexOf(InvoiceStatus.VOID);

  private static final List<String> VOID_SPELLINGS = InvoiceStatus.VOID.spellings();

  private final boolean invoices;
  private final List<Column> columns;
  private final int status;
  private final int amount;

  InvoiceMarks(Feed<?> feed) {
    columns = feed.columns();
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

  /** The same of a refused record, as far as its texts tell. */
  boolean isVoid(RawRecord refused) {
    return invoices && VOID_SPELLINGS.contains(text(refused, status));
  }

  /** The same of a refused record, as far as its texts tell. */
  boolean isRed(RawRecord refused) {
    return invoices && text(refused, amount).startsWith("-");
  }

  private String text(RawRecord refused, int column) {
    Map<String, String> named = refused.named();
    Column declared = columns.get(column);
    return Stream.concat(
            Stream.of(declared.name(), declared.titleZh()), declared.aliases().stream())
        .filter(named::containsKey)
        .map(header -> named.getOrDefault(header, "").strip())
        .findFirst()
        .orElse("");
  }
}
