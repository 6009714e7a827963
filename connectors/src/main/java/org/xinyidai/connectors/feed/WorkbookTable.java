package org.xinyidai.connectors.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Kind;
import org.xinyidai.models.record.Validated.Reason;

/**
 * The first sheet of a workbook (工作簿), as small offices send it; its first row names the columns. A
 * formula is never evaluated: its record is refused, for the value beside it may be stale or a lie.
 */
final class WorkbookTable implements Table {
  private final ReadableWorkbook book;
  private final List<String> header = new ArrayList<>();
  private final WorkbookCells cells;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private @Nullable Row row;

  /**
   * @param bytes a workbook that {@link WorkbookCheck} let pass
   */
  WorkbookTable(byte[] bytes) throws IOException {
    book = opened(bytes);
    try {
      cells = new WorkbookCells(book.isDate1904());
      refuseSecondSheet();
      stream = book.getFirstSheet().openStream();
      rows = stream.iterator();
      readHeader();
    } catch (IOException failure) {
      book.close();
      throw failure;
    } catch (RuntimeException damaged) {
      book.close();
      throw damaged(damaged);
    }
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next() throws UnreadableFile {
    try {
      while (rows.hasNext()) {
        row = rows.next();
        if (!isBlank(row)) {
          return true;
        }
      }
      return false;
    } catch (RuntimeException damaged) {
      throw damaged(damaged);
    }
  }

  @Override
  public long line() {
    return row().getRowNum();
  }

  @Override
  public @Nullable String text(int place, @Nullable Kind kind) {
    Cell cell = cell(row(), place);
    return cell == null ? null : cells.text(cell, kind);
  }

  @Override
  public @Nullable Reason fault(int place, @Nullable Kind kind) {
    Cell cell = cell(row(), place);
    return cell == null ? null : cells.fault(cell, kind);
  }

  @Override
  public boolean isWider() {
    for (int place = header.size(); place < row().getCellCount(); place++) {
      Cell cell = cell(row(), place);
      if (cell != null && cells.text(cell, null) != null) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    book.close();
  }

  private static ReadableWorkbook opened(byte[] bytes) throws IOException {
    try {
      return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(false, true));
    } catch (RuntimeException damaged) {
      throw damaged(damaged);
    }
  }

  /** Which of two filled sheets is meant cannot be told. */
  private void refuseSecondSheet() throws IOException {
    for (Sheet sheet : book.getSheets().skip(1).toList()) {
      try (Stream<Row> other = sheet.openStream()) {
        if (other.anyMatch(filled -> !isBlank(filled))) {
          throw new UnreadableFile(
              "sheet " + sheet.getName() + " holds rows as well; send one sheet a workbook");
        }
      }
    }
  }

  private void readHeader() throws UnreadableFile {
    if (!next() || row().getRowNum() != 1) {
      throw new UnreadableFile("the first row of the sheet must name the columns");
    }
    for (int place = 0; place < row().getCellCount(); place++) {
      Cell cell = cell(row(), place);
      if (cell != null && cell.getType() == CellType.FORMULA) {
        throw new UnreadableFile("a column is named by a formula; write the name itself");
      }
      String name = cell == null ? null : cells.text(cell, null);
      header.add(name == null ? "" : name);
    }
    while (header.get(header.size() - 1).isBlank()) {
      header.remove(header.size() - 1);
    }
  }

  private boolean isBlank(Row filled) {
    return filled.stream().allMatch(cell -> cell == null || cells.text(cell, null) == null);
  }

  private static @Nullable Cell cell(Row row, int place) {
    return place < row.getCellCount() ? row.getOptionalCell(place).orElse(null) : null;
  }

  private Row row() {
    if (row == null) {
      throw new IllegalStateException("next() was not asked, or there was no row");
    }
    return row;
  }

  /** The library tells damage by many unchecked exceptions, none of them our own fault. */
  private static UnreadableFile damaged(RuntimeException why) {
    return new UnreadableFile("the workbook is damaged or cut off; save and send it again", why);
  }
}
