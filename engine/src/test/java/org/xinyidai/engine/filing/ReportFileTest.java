package org.xinyidai.engine.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.connectors.report.Cell;
import org.xinyidai.connectors.report.FormulaGuard;
import org.xinyidai.connectors.report.ReportSheet;
import org.xinyidai.models.calendar.FilingPeriod;
import org.xinyidai.models.uptake.TargetPack;

/** The report of a month, read back cell by cell. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportFileTest {
  @TempDir Path folder;
  private SmallMarket market;

  @BeforeEach
  void open() {
    market = new SmallMarket(folder).filled();
  }

  @AfterEach
  void close() {
    market.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"genhe-2023", "shangjie-2023", "yongzhou-2018", "yintai-2021-2025", "wuhan-2016"})
  void every_cell_of_the_workbook_is_what_the_sheets_say(String id) throws IOException {
    ReportContent content = content(id);
    List<ReportSheet> expected = ReportSheets.of(content, Tongue.ZH);
    byte[] file = ReportFile.of(content, FileForm.XLSX, Tongue.ZH);

    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Sheet> sheets = book.getSheets().toList();
      assertEquals(
          expected.stream().map(ReportSheet::title).toList(),
          sheets.stream().map(Sheet::getName).toList());
      for (int i = 0; i < sheets.size(); i++) {
        same(expected.get(i), sheets.get(i).read());
      }
    }
  }

  private static void same(ReportSheet expected, List<Row> rows) {
    for (int row = 0; row < expected.rows().size(); row++) {
      for (int column = 0; column < expected.columns().size(); column++) {
        Cell wanted = expected.rows().get(row).get(column);
        String place = expected.title() + " " + row + "," + column;
        Row found = rows.get(row + 1);
        BigDecimal number = wanted.number();
        if (number == null) {
          String text = wanted.text() == null ? "" : wanted.text();
          assertEquals(FormulaGuard.text(text), found.getCellText(column), place);
        } else {
          assertEquals(CellType.NUMBER, found.getCell(column).getType(), place);
          BigDecimal read = found.getCell(column).asNumber();
          assertTrue(number.subtract(read).abs().compareTo(new BigDecimal("1e-9")) < 0, place);
        }
      }
    }
  }

  @Test
  void the_cover_names_the_document_and_shows_its_known_defects() {
    TargetPack pack = market.subject().pack();
    String cover = text(sheet("封面"));

    assertTrue(cover.contains(pack.document()) && cover.contains("2026年10月"), cover);
    assertTrue(cover.contains("模拟数据"), cover);
    assertFalse(pack.notes().isEmpty(), "the source has defects");
    pack.notes().forEach(note -> assertTrue(cover.contains(note), note));
  }

  @Test
  void figures_that_nobody_entered_are_named_and_empty_and_never_zero() {
    ReportSheet entered = sheet("人工填报");

    assertFalse(entered.rows().isEmpty());
    for (List<Cell> row : entered.rows()) {
      assertEquals(Cell.EMPTY, row.get(1), row.toString());
      assertTrue(row.get(2).shown().matches("未填报|平台无数据"), row.toString());
    }
  }

  @Test
  void a_lender_whose_name_begins_like_a_formula_stays_text() throws IOException {
    byte[] file = ReportFile.of(content("genhe-2023"), FileForm.XLSX, Tongue.ZH);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      Sheet lenders =
          book.getSheets().filter(one -> one.getName().equals("金融机构")).findFirst().orElseThrow();
      List<Row> rows = lenders.read();
      assertEquals("'" + SmallMarket.ICBC, rows.get(1).getCellText(0));
      assertEquals(CellType.STRING, rows.get(1).getCell(0).getType());
      assertEquals("2", rows.get(1).getCell(1).asNumber().toPlainString());
      assertEquals(0, new BigDecimal(100_000).compareTo(rows.get(2).getCell(6).asNumber()), "yuan");
    }
  }

  @Test
  void the_print_says_in_chinese_what_the_workbook_says() throws IOException {
    byte[] file = ReportFile.of(content("genhe-2023"), FileForm.PDF, Tongue.ZH);
    StringBuilder text = new StringBuilder();
    try (PdfReader reader = new PdfReader(file)) {
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(extractor.getTextFromPage(page));
      }
    }
    String all = text.toString().replaceAll("\\s", "");
    for (String words : List.of("信易贷工作月报", "人工填报", "融资漏斗", "拒贷原因", "超期任务", "R06")) {
      assertTrue(all.contains(words), words + " in " + all);
    }
  }

  @Test
  void in_english_the_same_numbers_stand_under_english_titles() {
    ReportContent content = content("genhe-2023");
    List<ReportSheet> zh = ReportSheets.of(content, Tongue.ZH);
    List<ReportSheet> en = ReportSheets.of(content, Tongue.EN);

    assertEquals("Indicators", en.get(1).title());
    assertEquals(numbers(zh), numbers(en));
  }

  @Test
  void a_quarter_is_named_as_one() {
    TargetPack pack = market.subject().pack();
    FilingPeriod quarter = FilingPeriod.of(FilingPeriod.Kind.QUARTER, SmallMarket.END);
    ReportSubject subject = new ReportSubject(pack, quarter, SmallMarket.END, "市融资办", "");
    ReportContent content = market.office.reports().content(subject, false, "");

    String cover = text(ReportSheets.of(content, Tongue.ZH).get(0));
    assertTrue(cover.contains("2026年第4季度") && !cover.contains("模拟数据"), cover);
  }

  private ReportContent content(String id) {
    ReportSubject base = market.subject();
    TargetPack pack = market.office.reports().assessments().pack(id).orElseThrow();
    ReportSubject subject =
        new ReportSubject(pack, base.period(), base.asOf(), base.office(), base.district());
    return market.office.reports().content(subject, true, "");
  }

  private ReportSheet sheet(String title) {
    return ReportSheets.of(content("genhe-2023"), Tongue.ZH).stream()
        .filter(one -> one.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static String text(ReportSheet sheet) {
    return sheet.rows().stream()
        .flatMap(List::stream)
        .map(Cell::shown)
        .collect(Collectors.joining("\n"));
  }

  private static List<BigDecimal> numbers(List<ReportSheet> sheets) {
    return sheets.stream()
        .flatMap(sheet -> sheet.rows().stream())
        .flatMap(List::stream)
        .map(Cell::number)
        .filter(Objects::nonNull)
        .toList();
  }
}
