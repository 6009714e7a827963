package org.xinyidai.connectors.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Kind;
import org.xinyidai.models.record.Validated.Reason;

/** Cells of a workbook as the texts that a CSV file would hold (单元格取值). */
final class WorkbookCells {
  /** Serial days of the two calendars begin here; the usual one has a day too many in 1900. */
  private static final LocalDate BASE = LocalDate.of(1899, 12, 30);

  private static final LocalDate BASE_1904 = LocalDate.of(1904, 1, 1);

  /** A number from here on in a column of days is no serial day but written out, as 20240305. */
  private static final BigDecimal WRITTEN_DAY = BigDecimal.valueOf(100_000);

  /** A spreadsheet keeps no more digits: those of a longer number are lost. */
  private static final BigDecimal DIGITS_LOST = BigDecimal.TEN.pow(ValueText.DIGITS);

  private final LocalDate base;

  WorkbookCells(boolean date1904) {
    base = date1904 ? BASE_1904 : BASE;
  }

  /** The text of a cell, null where it is empty; of a formula, the formula. */
  @Nullable String text(Cell cell, @Nullable Kind kind) {
    String text =
        switch (cell.getType()) {
          case EMPTY -> null;
          case STRING -> cell.asString();
          case BOOLEAN -> String.valueOf(cell.asBoolean());
          case NUMBER -> number(cell.asNumber(), kind);
          case FORMULA -> "=" + cell.getFormula();
          case ERROR -> cell.getRawValue();
        };
    return text == null || text.isBlank() ? null : text;
  }

  /** Formulas, error values, and numbers whose last digits the spreadsheet has dropped. */
  @Nullable Reason fault(Cell cell, @Nullable Kind kind) {
    if (cell.getType() == CellType.FORMULA) {
      return Reason.FORMULA;
    }
    boolean cut =
        cell.getType() == CellType.NUMBER
            && kind == Kind.TEXT
            && cell.asNumber().abs().compareTo(DIGITS_LOST) >= 0;
    return cut || cell.getType() == CellType.ERROR ? Reason.VALUE_UNREADABLE : null;
  }

  private String number(BigDecimal number, @Nullable Kind kind) {
    boolean serial =
        (kind == Kind.DAY || kind == Kind.MONTH)
            && number.compareTo(BigDecimal.ONE) >= 0
            && number.compareTo(WRITTEN_DAY) < 0;
    return serial ? base.plusDays(number.longValue()).toString() : ValueText.of(number);
  }
}
