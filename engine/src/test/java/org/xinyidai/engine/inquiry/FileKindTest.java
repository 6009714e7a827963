package org.xinyidai.engine.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A file is what it holds, not what it is called. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FileKindTest {
  private static final byte[] TEXT = "<x/>".getBytes(UTF_8);

  @Test
  void a_document_is_known_by_its_main_part_and_not_by_being_an_archive() throws IOException {
    byte[] book = archive(TEXT, "[Content_Types].xml", "xl/workbook.xml");
    byte[] letter = archive(TEXT, "[Content_Types].xml", "word/document.xml");
    assertEquals(Optional.of(FileKind.XLSX), kind(FileKind.XLSX, book));
    assertEquals(Optional.of(FileKind.DOCX), kind(FileKind.DOCX, letter));
    assertEquals(Optional.empty(), kind(FileKind.XLSX, letter));
    assertEquals(Optional.empty(), kind(FileKind.DOCX, book));
    assertEquals(Optional.empty(), kind(FileKind.XLSX, archive(TEXT, "evil.exe")));
    assertEquals(Optional.empty(), kind(FileKind.DOCX, Arrays.copyOf(letter, 4)));
  }

  @Test
  void a_document_with_macros_or_one_that_unfolds_without_end_is_none() throws IOException {
    byte[] macros = archive(TEXT, "xl/workbook.xml", "xl/vbaProject.bin");
    assertEquals(Optional.empty(), kind(FileKind.XLSX, macros));
    byte[] bomb = archive(new byte[60 << 20], "xl/workbook.xml", "xl/a.xml");
    assertTrue(bomb.length < FileKind.MAX_BYTES, "it is small before it is opened");
    assertEquals(Optional.empty(), kind(FileKind.XLSX, bomb));
  }

  @Test
  void a_name_ends_as_its_kind_does_or_says_nothing() {
    for (String fit : new String[] {"a.pdf", "A.PDF", "合同", "合同（第1.0版）", "a.exe.pdf"}) {
      assertTrue(FileKind.PDF.fits(fit), fit);
    }
    for (String unfit : new String[] {"a.pdf.exe", "a.html", "a.docx"}) {
      assertFalse(FileKind.PDF.fits(unfit), unfit);
    }
    assertTrue(FileKind.JPEG.fits("a.jpeg") && FileKind.JPEG.fits("a.jpg"));
  }

  private static Optional<FileKind> kind(FileKind declared, byte[] bytes) {
    return FileKind.of(declared.contentType(), bytes);
  }

  private static byte[] archive(byte[] content, String... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
      for (String part : parts) {
        archive.putNextEntry(new ZipEntry(part));
        archive.write(content);
      }
    }
    return bytes.toByteArray();
  }
}
