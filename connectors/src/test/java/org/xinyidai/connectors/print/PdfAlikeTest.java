package org.xinyidai.connectors.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.print.Printout.Grid;
import org.xinyidai.connectors.print.Printout.Heading;
import org.xinyidai.connectors.seal.Sm2Key;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PdfAlikeTest {
  private static final Instant AT = Instant.parse("2026-10-31T00:00:00Z");
  private static final Printout PRINTOUT =
      new Printout(
          "信易贷工作月报",
          "2026年10月",
          List.of(
              new Heading("一、指标"),
              new Grid(List.of(1, 3), List.of("指标", "数值"), List.of(List.of("实名认证率", "15.23%")))));

  @TempDir Path folder;

  @Test
  void the_same_content_and_instant_give_the_same_bytes() {
    byte[] first = new PdfPrinter().printAlike(PRINTOUT, AT);

    assertArrayEquals(first, new PdfPrinter().printAlike(PRINTOUT, AT));
    assertFalse(Arrays.equals(first, new PdfPrinter().printAlike(PRINTOUT, AT.plusSeconds(1))));
  }

  @Test
  void it_can_still_be_read_and_sealed() throws IOException {
    byte[] file = new PdfPrinter().printAlike(PRINTOUT, AT);
    try (PdfReader reader = new PdfReader(file)) {
      String text = new PdfTextExtractor(reader).getTextFromPage(1);
      for (String words : List.of("信易贷工作月报", "实名认证率", "15.23%", "2026年10月")) {
        assertTrue(text.replace(" ", "").contains(words), text);
      }
    }
    Sm2Key key = Sm2Key.ofFile(folder.resolve("key"), new SecureRandom());
    byte[] sealed = PdfSeal.seal(file, key, "xinyidai", AT);
    assertEquals(Optional.of(key.publicHex()), PdfSeal.signerOf(sealed));
  }
}
