package org.xinyidai.connectors.print;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PdfPrinterTest {
  private static final PdfPrinter PRINTER = new PdfPrinter();

  @Test
  void rare_characters_of_the_basic_plane_are_printed() throws IOException {
    String name = "䶮㐂堃喆·Ａ（犇）“龘”";
    assertTrue(printed(name).contains(name), printed(name));
  }

  @Test
  void a_character_that_no_typeface_has_is_named_by_its_number_and_never_left_out()
      throws IOException {
    assertTrue(printed("𠮷野家商行").contains("〔U+20BB7〕野家商行"), printed("𠮷野家商行"));
  }

  @Test
  void the_license_of_the_typeface_lies_beside_it() throws IOException {
    try (var license = PdfPrinter.class.getResourceAsStream("DroidSansFallbackFull-LICENSE.txt")) {
      String text = new String(requireNonNull(license).readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.contains("Apache License"));
    }
  }

  private static String printed(String text) throws IOException {
    byte[] file = PRINTER.print(new Printout("核验", "第一份", List.of(new Printout.Paragraph(text))));
    try (PdfReader reader = new PdfReader(file)) {
      assertEquals(1, reader.getNumberOfPages());
      return new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s", "");
    }
  }
}
