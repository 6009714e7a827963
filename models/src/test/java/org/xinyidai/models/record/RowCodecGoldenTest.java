package org.xinyidai.models.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.subject.Uscc;

/** Bytes that were stored once must be read for ever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RowCodecGoldenTest {
  private static final Uscc USCC = new Uscc(SampleFields.USCC);
  // 9 columns, 7 present; "17", 2019-01-31, "甲", -1.00, -0.13, -1.13, VOID
  private static final String RED_INVOICE =
      "09" + "7f" + "023137" + "8e9802" + "03e794b2" + "c701" + "19" + "e101" + "02";

  @Test
  void a_red_invoice_is_written_as_ever() {
    assertEquals(
        RED_INVOICE, HexFormat.of().formatHex(RowCodec.encode(VatInvoice.OUTPUT, redInvoice())));
  }

  @Test
  void a_stored_red_invoice_is_read_as_ever() {
    byte[] stored = HexFormat.of().parseHex(RED_INVOICE);
    assertEquals(redInvoice(), RowCodec.decode(VatInvoice.OUTPUT, USCC, stored));
    VatInvoice invoice = VatInvoice.OUTPUT.read(RowCodec.decode(VatInvoice.OUTPUT, USCC, stored));
    assertEquals(
        new VatInvoice(
            USCC, "17", LocalDate.of(2019, 1, 31), "甲", -100, -13, -113, InvoiceStatus.VOID, ""),
        invoice);
  }

  @Test
  void identity_bytes_stay_so_that_stored_keys_stay() {
    assertEquals(
        "00" + "01023137" + "0103e794b2",
        HexFormat.of().formatHex(RowIdentity.bytes(VatInvoice.OUTPUT, redInvoice())));
  }

  @Test
  void a_row_stored_before_a_column_was_appended_lacks_it() {
    byte[] older = HexFormat.of().parseHex(RED_INVOICE.replaceFirst("^09", "08"));
    Row row = RowCodec.decode(VatInvoice.OUTPUT, USCC, older);
    assertFalse(row.has(8));
    assertEquals(-113, row.number(6));
  }

  @Test
  void torn_or_longer_bytes_are_refused() {
    byte[] stored = HexFormat.of().parseHex(RED_INVOICE + "00");
    for (int length = 0; length <= stored.length; length++) {
      byte[] torn = java.util.Arrays.copyOf(stored, length);
      if (length != stored.length - 1) {
        assertThrows(
            IllegalArgumentException.class, () -> RowCodec.decode(VatInvoice.OUTPUT, USCC, torn));
      }
    }
  }

  private static Row redInvoice() {
    Fields fields =
        new SampleFields(VatInvoice.OUTPUT)
            .with("invoiceNumber", "17")
            .with("issuedOn", "2019/1/31")
            .with("counterparty", "甲")
            .with("amountYuan", "-1")
            .with("taxYuan", "-0.13")
            .with("totalYuan", "-1.13")
            .with("status", "作废发票")
            .with("invoiceCode", "");
    return ((Accepted<Row>) VatInvoice.OUTPUT.validate(fields, LocalDate.of(2024, 1, 1))).value();
  }
}
