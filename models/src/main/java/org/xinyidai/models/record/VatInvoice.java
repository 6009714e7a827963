package org.xinyidai.models.record;

import java.time.LocalDate;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * A value-added-tax invoice (增值税发票), issued (销项) or received (进项). Number, day and counterparty
 * name an invoice; the same with another content corrects it, such as a valid one made void.
 *
 * @param counterparty buyer of an output invoice, seller of an input invoice
 * @param amountFen without tax; negative on a red invoice (红字发票)
 * @param invoiceCode empty where the invoice has none, as fully digital ones
 */
public record VatInvoice(
    Uscc uscc,
    String invoiceNumber,
    LocalDate issuedOn,
    String counterparty,
    long amountFen,
    long taxFen,
    long totalFen,
    InvoiceStatus status,
    String invoiceCode)
    implements SourceRecord {
  private static final int INVOICE_NUMBER = 1;
  private static final int ISSUED_ON = 2;
  private static final int COUNTERPARTY = 3;
  private static final int AMOUNT = 4;
  private static final int TAX = 5;
  private static final int TOTAL = 6;
  private static final int STATUS = 7;
  private static final int INVOICE_CODE = 8;

  /** 增值税销项发票: what the enterprise issued. */
  public static final Feed<VatInvoice> OUTPUT =
      feed(
          Feed.declare("vat_output", 1, "增值税销项发票"),
          "企业开具的增值税发票票面信息",
          Column.required("counterparty", "购方单位代号", Kind.TEXT, "购方名称", "购方识别号", "交易对方"));

  /** 增值税进项发票: what the enterprise received. */
  public static final Feed<VatInvoice> INPUT =
      feed(
          Feed.declare("vat_input", 2, "增值税进项发票"),
          "企业取得的增值税发票票面信息",
          Column.required("counterparty", "销方单位代号", Kind.TEXT, "销方名称", "销方识别号", "交易对方"));

  @Override
  public LocalDate day() {
    return issuedOn;
  }

  /** A void invoice (作废发票) moved no money. */
  public boolean isVoid() {
    return status == InvoiceStatus.VOID;
  }

  /** A red invoice (红字发票) takes an earlier one back, wholly or in part. */
  public boolean isRed() {
    return amountFen < 0;
  }

  private static Feed<VatInvoice> feed(
      FeedDeclaration declaration, String content, Column counterparty) {
    return declaration
        .from("税务局", content, "省级税务数据接口推送", Frequency.DAILY)
        .columns(
            Column.USCC,
            Column.required("invoiceNumber", "发票号码", Kind.TEXT, "数电票号码"),
            Column.required("issuedOn", "开票日期", Kind.DAY),
            counterparty,
            Column.required("amountYuan", "金额", Kind.FEN, "不含税金额"),
            Column.required("taxYuan", "税额", Kind.FEN),
            Column.required("totalYuan", "价税合计", Kind.FEN),
            Column.code("status", "发票状态", InvoiceStatus.values()).alsoCalled("状态"),
            Column.optional("invoiceCode", "发票代码", Kind.TEXT))
        .day(ISSUED_ON)
        .identity(INVOICE_CODE, INVOICE_NUMBER, COUNTERPARTY)
        .signed(AMOUNT, TAX, TOTAL)
        .checks(Check.sum(TOTAL, AMOUNT, TAX))
        .reads(VatInvoice::of);
  }

  private static VatInvoice of(Row row) {
    return new VatInvoice(
        row.uscc(),
        row.text(INVOICE_NUMBER),
        row.day(ISSUED_ON),
        row.text(COUNTERPARTY),
        row.number(AMOUNT),
        row.number(TAX),
        row.number(TOTAL),
        row.code(STATUS, InvoiceStatus.ALL),
        row.text(INVOICE_CODE));
  }
}
