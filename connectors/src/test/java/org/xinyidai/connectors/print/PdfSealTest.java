package org.xinyidai.connectors.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.print.Printout.Grid;
import org.xinyidai.connectors.print.Printout.Heading;
import org.xinyidai.connectors.print.Printout.Paragraph;
import org.xinyidai.connectors.seal.Sm2Key;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PdfSealTest {
  private static final Instant AT = Instant.parse("2024-06-30T08:00:00Z");
  private static final Printout PRINTOUT =
      new Printout(
          "企业信用报告",
          "核验码 TEST",
          List.of(
              new Heading("一、登记信息"),
              new Grid(List.of(1, 3), List.of("项目", "内容"), List.of(List.of("名称", "福州鑫源机械有限公司"))),
              new Paragraph("本报告由平台根据归集的信用信息生成。")));

  @TempDir Path folder;
  private Sm2Key key;
  private byte[] sealed;

  @BeforeEach
  void print() throws IOException {
    key = Sm2Key.ofFile(folder.resolve("key"), new SecureRandom());
    sealed = PdfSeal.seal(new PdfPrinter().print(PRINTOUT), key, "xinyidai", AT);
  }

  @Test
  void a_printed_file_says_in_chinese_what_it_was_given() throws IOException {
    try (PdfReader reader = new PdfReader(sealed)) {
      String text = new PdfTextExtractor(reader).getTextFromPage(1);
      for (String words : List.of("企业信用报告", "一、登记信息", "福州鑫源机械有限公司", "核验码 TEST")) {
        assertTrue(text.contains(words), text);
      }
    }
  }

  @Test
  void the_holder_of_the_key_is_known_from_the_file_alone() {
    assertEquals(Optional.of(key.publicHex()), PdfSeal.signerOf(sealed));
  }

  @Test
  void a_file_with_one_byte_changed_anywhere_has_no_signer() {
    for (int at = 20; at < sealed.length; at += sealed.length / 60) {
      byte[] altered = sealed.clone();
      altered[at] ^= 1;
      assertEquals(Optional.empty(), PdfSeal.signerOf(altered), "changed at " + at);
    }
  }

  @Test
  void a_file_to_which_something_was_added_has_no_signer() {
    byte[] longer = Arrays.copyOf(sealed, sealed.length + 10);
    assertEquals(Optional.empty(), PdfSeal.signerOf(longer));
  }

  @Test
  void what_is_no_sealed_file_has_no_signer() {
    assertEquals(Optional.empty(), PdfSeal.signerOf(new byte[0]));
    assertEquals(Optional.empty(), PdfSeal.signerOf("%PDF-1.5 nonsense".getBytes(UTF_8)));
    assertEquals(Optional.empty(), PdfSeal.signerOf(new PdfPrinter().print(PRINTOUT)));
  }
}
