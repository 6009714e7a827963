package org.xinyidai.engine.simulation.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.xinyidai.engine.simulation.life.Codes;
import org.xinyidai.engine.simulation.life.InvoiceFace;
import org.xinyidai.engine.simulation.life.InvoiceSide;

/** Writes the invoices of one side (增值税发票), digital ones with twenty digits and no invoice code. */
final class VatClerk extends Clerk {
  private static final byte[] VALID = "有效发票".getBytes(UTF_8);
  private static final byte[] VOID = "作废发票".getBytes(UTF_8);
  private static final String DIGITAL = "99";
  private static final long NUMBERS_16 = 10_000_000_000_000_000L;
  private static final long NUMBERS_8 = 100_000_000L;

  private final InvoiceSide side;
  private final Codes codes;
  private final InvoiceFace face;
  private final int number = column("invoiceNumber");
  private final int issuedOn = column("issuedOn");
  private final int counterparty = column("counterparty");
  private final int amount = column("amountYuan");
  private final int tax = column("taxYuan");
  private final int total = column("totalYuan");
  private final int status = column("status");
  private final int code = column("invoiceCode");

  VatClerk(InvoiceSide side, Codes codes, long seed) {
    super(side.feed());
    this.side = side;
    this.codes = codes;
    face = new InvoiceFace(seed);
  }

  @Override
  int count(Visit visit) {
    return side.isOutput() ? visit.now().books().outputs() : visit.now().books().inputs();
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    face.draw(visit.resident(), visit.now(), side, item);
    int year = (visit.month() / 12) % 100;
    if (visit.resident().means().generalTaxpayer() || (face.number() & 1) == 0) {
      cells.numbered(number, DIGITAL, year * NUMBERS_16 + face.number() % NUMBERS_16, 18);
    } else {
      cells.numbered(number, "", face.number() % NUMBERS_8, 8);
      cells.numbered(code, "09901", year * 100_000L + face.number() / NUMBERS_8 % 100_000, 7);
    }
    cells.day(issuedOn, visit.month(), face.day());
    cells.text(counterparty, face.partner(codes));
    long sign = face.amountFen() < 0 ? -1 : 1;
    long amountFen = sign * slip(sign * face.amountFen(), mistaken);
    cells.fen(amount, amountFen).fen(tax, face.taxFen()).fen(total, amountFen + face.taxFen());
    cells.text(status, face.isVoid() ? VOID : VALID);
  }
}
