package org.xinyidai.connectors.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;
import org.xinyidai.connectors.feed.FeedBytes.Outcome;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.VatInvoice;

/** Parquet and Arrow give the rows that the same table as CSV gives. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ColumnarReaderTest {
  private static final byte[] STREAM = ArrowFiles.invoices(false, 2, 3);
  private static final byte[] PARQUET = ParquetFiles.invoices(6);

  private static Outcome read(byte[] bytes, Format format) throws UnreadableFile {
    return FeedBytes.read(VatInvoice.OUTPUT, bytes, format, ReadLimits.DEFAULT);
  }

  private static String message(byte[] bytes, Format format) {
    return assertThrows(UnreadableFile.class, () -> read(bytes, format)).getMessage();
  }

  private static Row invoice() throws UnreadableFile {
    return FeedBytes.csv(FeedBytes.utf8(FeedBytes.HEADER, FeedBytes.INVOICE)).accepted.get(0);
  }

  private static void assertSixInvoices(Outcome outcome) throws UnreadableFile {
    assertEquals(List.of(), outcome.rejected);
    assertEquals(6, outcome.accepted.size());
    assertEquals(invoice(), outcome.accepted.get(0));
    assertEquals("3390944", outcome.accepted.get(5).text(1));
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), outcome.lines);
    assertEquals(List.of("remark"), outcome.ignored);
  }

  @Test
  void an_arrow_stream_and_an_arrow_file_are_read_by_the_names_of_their_columns() throws Exception {
    assertSixInvoices(read(STREAM, Format.ARROW));
    assertSixInvoices(read(ArrowFiles.invoices(true, 2, 3), Format.ARROW));
  }

  @Test
  void a_parquet_file_is_read_by_the_names_of_its_columns(@TempDir Path folder) throws Exception {
    assertSixInvoices(read(PARQUET, Format.PARQUET));
    Path file = Files.write(folder.resolve("a.parquet"), PARQUET);
    try (FeedReader reader = FeedReader.open(VatInvoice.OUTPUT, file)) {
      assertTrue(reader.next());
    }
    assertTrue(Files.exists(file), "what was given is not ours to delete");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7, 9, 40, 400, 900})
  void arrow_that_was_cut_off_says_so(int length) {
    assertEquals(
        "f: the Arrow data ends too early; send the file again",
        message(Arrays.copyOf(STREAM, length), Format.ARROW));
    int all = STREAM.length - 8;
    assertTrue(message(Arrays.copyOf(STREAM, all), Format.ARROW).contains("ends too early"));
  }

  @Test
  void parquet_that_was_cut_off_says_so() {
    for (int length : new int[] {4, 100, PARQUET.length - 1}) {
      assertEquals(
          "f: the Parquet data ends too early; send the file again",
          message(Arrays.copyOf(PARQUET, length), Format.PARQUET));
    }
  }

  @Test
  void bytes_of_another_form_are_refused() {
    byte[] csv = FeedBytes.utf8(FeedBytes.HEADER, FeedBytes.INVOICE);
    assertEquals(
        "f: this is no Parquet file though its name says so", message(csv, Format.PARQUET));
    assertEquals(
        "f: this is no Arrow stream or file, or it is damaged", message(csv, Format.ARROW));
    byte[] locked = PARQUET.clone();
    locked[3] = 'E';
    assertEquals(
        "f: the Parquet file is encrypted; write it without", message(locked, Format.PARQUET));
  }

  @Test
  void one_damaged_byte_is_refused_or_read_but_never_breaks_the_reader() {
    for (byte[] sound : List.of(STREAM, PARQUET)) {
      Format format = sound == STREAM ? Format.ARROW : Format.PARQUET;
      for (int i = 0; i < sound.length; i++) {
        byte[] damaged = sound.clone();
        damaged[i] ^= 0x55;
        try {
          read(damaged, format);
        } catch (UnreadableFile refused) {
          assertTrue(refused.getMessage().startsWith("f: "), refused.getMessage());
        }
      }
    }
  }

  @Test
  void a_batch_that_claims_a_monstrous_length_takes_no_memory() {
    byte[] huge = STREAM.clone();
    huge[4] = (byte) 0xF0;
    huge[7] = 0x7F;
    assertEquals(
        "f: this is no Arrow stream or file, or it is damaged", message(huge, Format.ARROW));
  }

  @Test
  void pages_are_inflated_whatever_codec_of_the_three_packed_them() throws IOException {
    byte[] plain =
        "some page of values, values, values".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertPage(plain, CompressionCodecName.SNAPPY, Snappy.compress(plain));
    assertPage(plain, CompressionCodecName.ZSTD, Zstd.compress(plain));
    assertPage(plain, CompressionCodecName.GZIP, FeedBytes.gzip(plain));
    assertThrows(
        UnreadableFile.class, () -> ParquetCodecs.refuseUnknown(CompressionCodecName.BROTLI));
  }

  private static void assertPage(byte[] plain, CompressionCodecName codec, byte[] packed)
      throws IOException {
    var inflate = new ParquetCodecs().getDecompressor(codec);
    assertTrue(
        Arrays.equals(
            plain,
            inflate
                .decompress(BytesInput.from(packed), plain.length)
                .toInputStream()
                .readAllBytes()));
    assertThrows(
        IOException.class, () -> inflate.decompress(BytesInput.from(packed), plain.length + 1));
    assertThrows(IOException.class, () -> inflate.decompress(BytesInput.from(packed), 1 << 30));
  }
}
