package org.xinyidai.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.connectors.feed.FeedBytes.HEADER;
import static org.xinyidai.connectors.feed.FeedBytes.INVOICE;
import static org.xinyidai.connectors.feed.FeedBytes.csv;
import static org.xinyidai.connectors.feed.FeedBytes.gzip;
import static org.xinyidai.connectors.feed.FeedBytes.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.models.record.VatInvoice;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EncodingTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @Test
  void utf8_gb18030_and_a_byte_order_mark_give_the_same_records() throws IOException {
    List<?> expected = csv(utf8(HEADER, INVOICE)).accepted;
    assertEquals(1, expected.size());
    assertEquals(expected, csv(FeedBytes.in(GB18030, HEADER, INVOICE)).accepted);
    assertEquals(expected, csv(utf8("\uFEFF" + HEADER, INVOICE)).accepted);
    assertEquals(expected, csv(gzip(FeedBytes.in(GB18030, HEADER, INVOICE))).accepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"联通", "一些", "路", "贸易 😀 有限公司", "甲"})
  void gb18030_is_seen_even_in_few_characters(String text) throws IOException {
    assertEquals(text, decoded(text.getBytes(GB18030)));
    assertEquals("ascii " + text, decoded(("ascii " + text).getBytes(GB18030)));
  }

  @ParameterizedTest
  @ValueSource(ints = {65533, 65534, 65535, 65536, 65537, 131071, 131072})
  void characters_across_the_buffers_end_are_whole(int asciiBefore) throws IOException {
    for (Charset charset : List.of(UTF_8, GB18030)) {
      String text = "a".repeat(asciiBefore) + "永州😀" + "b".repeat(70_000) + "州";
      assertArrayEquals(text.toCharArray(), decoded(text.getBytes(charset)).toCharArray());
      String chinese = "永".repeat(asciiBefore) + "😀";
      assertArrayEquals(chinese.toCharArray(), decoded(chinese.getBytes(charset)).toCharArray());
    }
  }

  @Test
  void a_source_that_gives_a_byte_at_a_time_reads_the_same() throws IOException {
    byte[] gzip = gzip(utf8(HEADER, INVOICE));
    byte[] twice = Arrays.copyOf(gzip, gzip.length * 2);
    byte[] second = gzip(utf8(INVOICE));
    System.arraycopy(second, 0, twice, gzip.length, second.length);
    InputStream slow =
        new ByteArrayInputStream(twice, 0, gzip.length + second.length) {
          @Override
          public int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 1));
          }

          @Override
          public int available() {
            return 0;
          }
        };
    try (FeedReader reader = FeedReader.open(VatInvoice.OUTPUT, slow, Format.CSV)) {
      assertTrue(reader.next());
      assertTrue(reader.next(), "the second member of the gzip file");
      assertEquals(INVOICE, reader.current().raw());
    }
  }

  @Test
  void bytes_that_are_neither_become_a_rejection_of_their_field() throws IOException {
    byte[] bytes = utf8(HEADER, INVOICE.replace("A00297", "甲??乙"), INVOICE);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xFF : bytes[i];
    }
    // The damage turns the decision to GB18030 and the Chinese header with it.
    assertThrows(UnreadableFile.class, () -> csv(bytes));
    byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    byte[] marked = Arrays.copyOf(mark, mark.length + bytes.length);
    System.arraycopy(bytes, 0, marked, mark.length, bytes.length);
    assertEquals(List.of("VALUE_UNREADABLE counterparty"), csv(marked).rejected);
  }

  @Test
  void torn_and_damaged_gzip_is_said_in_words() {
    byte[] gzip = gzip(utf8(HEADER, INVOICE));
    for (int length : new int[] {2, 9, 12, gzip.length / 2, gzip.length - 1}) {
      UnreadableFile torn =
          assertThrows(UnreadableFile.class, () -> csv(Arrays.copyOf(gzip, length)));
      assertEquals(
          "f: the gzip data ends too early; send the file again", torn.getMessage(), "" + length);
    }
    byte[] damaged = gzip.clone();
    damaged[gzip.length - 6] ^= 1;
    UnreadableFile fault = assertThrows(UnreadableFile.class, () -> csv(damaged));
    assertEquals("f: the gzip data is damaged; send the file again", fault.getMessage());
  }

  @Test
  void foreign_files_are_named() {
    assertTrue(message(new byte[] {'P', 'K', 3, 4, 0, 0}).contains("zip archive or a workbook"));
    assertTrue(message(("\uFEFF" + HEADER).getBytes(UTF_16LE)).contains("UTF-16"));
  }

  @Test
  void a_zip_bomb_is_stopped_by_ratio_and_by_size() {
    byte[] bomb = gzip(utf8(HEADER, "\n".repeat(4 << 20)));
    assertTrue(message(bomb).contains("inflates more than 300 times"));
    ReadLimits small = new ReadLimits(100, 10, 1000, 100);
    byte[] large = gzip(utf8(HEADER, (INVOICE + "\n").repeat(20)));
    UnreadableFile fault =
        assertThrows(
            UnreadableFile.class,
            () -> FeedBytes.read(VatInvoice.OUTPUT, large, Format.CSV, small));
    assertEquals("f: more than 1000 bytes after gzip; split the file", fault.getMessage());
  }

  private static String message(byte[] bytes) {
    return assertThrows(UnreadableFile.class, () -> csv(bytes)).getMessage();
  }

  private static String decoded(byte[] bytes) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] some = new char[1000];
    try (TextReader reader = new TextReader(new ByteArrayInputStream(bytes))) {
      for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
        text.append(some, 0, read);
      }
    }
    return text.toString();
  }
}
