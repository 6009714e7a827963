package org.xinyidai.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.record.VatInvoice;

/** Files made to harm or merely broken: each is refused with a reason that names what is wrong. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileFileTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final byte[] SOUND =
      Workbooks.of(FeedBytes.HEADER, List.of(List.of(FeedBytes.USCC)));

  private static String message(byte[] bytes, Format format) {
    return message(bytes, format, ReadLimits.DEFAULT);
  }

  private static String message(byte[] bytes, Format format, ReadLimits limits) {
    return assertThrows(
            UnreadableFile.class, () -> FeedBytes.read(VatInvoice.OUTPUT, bytes, format, limits))
        .getMessage();
  }

  @Test
  void a_workbook_that_inflates_like_a_bomb() {
    byte[] spaces = new byte[20 << 20];
    Arrays.fill(spaces, (byte) ' ');
    byte[] bomb = Workbooks.with(SOUND, "xl/media/a.xml", spaces);
    assertEquals(
        "f: the workbook inflates more than 300 times; send CSV", message(bomb, Format.XLSX));
    ReadLimits small = new ReadLimits(1000, 20, 1 << 20, 100_000);
    assertEquals(
        "f: more than 1048576 bytes inside the workbook; split it",
        message(bomb, Format.XLSX, small));
  }

  @Test
  void a_workbook_of_too_many_parts() {
    byte[] many = Workbooks.withEmptyParts(SOUND, WorkbookCheck.MAX_PARTS);
    assertEquals("f: more than 1000 parts in the workbook", message(many, Format.XLSX));
  }

  @Test
  void a_workbook_that_declares_entities() {
    String sheet = Workbooks.part(SOUND, SHEET);
    String declared =
        sheet.replaceFirst(
            "\\?>",
            "?><!DOCTYPE x [<!ENTITY lol \"lol\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>");
    assertEquals(
        "f: the workbook declares a document type or entities, which no spreadsheet writes",
        message(Workbooks.with(SOUND, SHEET, declared.getBytes(UTF_8)), Format.XLSX));
    assertEquals(
        "f: a part of the workbook is not UTF-8; save it as .xlsx again",
        message(Workbooks.with(SOUND, SHEET, declared.getBytes(UTF_16)), Format.XLSX));
  }

  @Test
  void a_workbook_with_macros_or_with_an_archive_inside() {
    byte[] macros = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
    assertEquals(
        "f: the workbook holds an old or locked Office file or macros (xl/vbaProject.bin);"
            + " send the sheet alone",
        message(Workbooks.with(SOUND, "xl/vbaProject.bin", macros), Format.XLSX));
    assertTrue(
        message(Workbooks.with(SOUND, "xl/embeddings/a.bin", SOUND), Format.XLSX)
            .contains("holds a zip archive or a workbook or macros (xl/embeddings/a.bin)"));
  }

  @Test
  void a_workbook_that_was_cut_off_at_any_place() {
    for (int length = 4; length < SOUND.length; length += 97) {
      assertEquals(
          "f: the workbook is damaged or cut off; save and send it again",
          message(Arrays.copyOf(SOUND, length), Format.XLSX),
          "" + length);
    }
  }

  @Test
  void a_workbook_with_one_damaged_byte_is_refused_or_read_but_never_breaks_the_reader() {
    for (int i = 0; i < SOUND.length; i++) {
      byte[] damaged = SOUND.clone();
      damaged[i] ^= 0x41;
      try {
        FeedBytes.read(VatInvoice.OUTPUT, damaged, Format.XLSX, ReadLimits.DEFAULT);
      } catch (UnreadableFile refused) {
        assertTrue(refused.getMessage().startsWith("f: "), refused.getMessage());
      }
    }
  }

  @Test
  void an_old_workbook_or_one_with_a_password() {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1};
    assertEquals(
        "f: this is an old .xls file or has a password; save it as .xlsx without one",
        message(old, Format.XLSX));
  }

  @Test
  void a_number_with_a_monstrous_exponent() throws Exception {
    byte[] book =
        Workbooks.of(
            FeedBytes.HEADER,
            List.of(List.of(FeedBytes.USCC, "1", "2017-07-18", "A", 7777, 7, 14, "有效发票")));
    String sheet = Workbooks.part(book, SHEET).replace("<v>7777</v>", "<v>7E999999999</v>");
    FeedBytes.Outcome outcome =
        FeedBytes.read(
            VatInvoice.OUTPUT,
            Workbooks.with(book, SHEET, sheet.getBytes(UTF_8)),
            Format.XLSX,
            ReadLimits.DEFAULT);
    assertEquals(List.of("VALUE_UNREADABLE amountYuan"), outcome.rejected);
  }

  @ParameterizedTest
  @CsvSource({
    "1F 8B, the gzip holds a gzip archive; send one file",
    "50 4B 03 04, the gzip holds a zip archive or a workbook",
    "52 61 72 21, the gzip holds a RAR archive",
    "37 7A BC AF, the gzip holds a 7z archive",
    "FD 37 7A 58, the gzip holds an xz archive",
    "28 B5 2F FD, the gzip holds a zstd archive",
    "42 5A 68 39, the gzip holds a bzip2 archive",
    "50 41 52 31, this is a Parquet file; name it .parquet",
  })
  void an_archive_in_an_archive(String head, String reason) {
    byte[] inner = Arrays.copyOf(bytes(head), 64);
    assertTrue(message(FeedBytes.gzip(inner), Format.CSV).contains(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "50 4B 03 04, zip archive or a workbook; name a workbook .xlsx",
    "D0 CF 11 E0, an old or locked Office file",
    "25 50 44 46, a PDF",
    "52 61 72 21, a RAR archive",
    "50 41 52 31, name it .parquet",
    "41 52 52 4F 57 31, name it .arrow",
  })
  void a_name_of_text_on_bytes_of_another_form(String head, String reason) {
    assertTrue(message(Arrays.copyOf(bytes(head), 64), Format.CSV).contains(reason));
    assertTrue(message(Arrays.copyOf(bytes(head), 64), Format.NDJSON).contains(reason));
  }

  @ParameterizedTest
  @CsvSource({"XLSX, no workbook though its name says so"})
  void another_name_on_bytes_of_text(Format format, String reason) {
    assertTrue(message(FeedBytes.utf8(FeedBytes.HEADER), format).contains(reason));
  }

  @Test
  void text_in_a_charset_that_is_not_taken() {
    String table = FeedBytes.HEADER + "\n" + FeedBytes.INVOICE + "\n";
    assertTrue(message(table.getBytes(UTF_16LE), Format.CSV).contains("UTF-16"));
    assertTrue(message(table.getBytes(UTF_16), Format.CSV).contains("UTF-16"));
    byte[] foreign = FeedBytes.utf8("uscc,\u00ff,x");
    foreign[5] = (byte) 0xFF;
    foreign[6] = (byte) 0xFF;
    assertEquals(
        "f: the header is neither UTF-8 nor GB18030; save the file as one of them",
        message(foreign, Format.CSV));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }
}
