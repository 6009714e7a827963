package org.xinyidai.connectors.feed;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Inflates the pages of a Parquet file (Parquet解压): Snappy, gzip and zstd, which nearly every
 * writer uses. The size that a page claims is bounded before memory is taken for it.
 */
final class ParquetCodecs implements CompressionCodecFactory {
  /** Writers make pages of about a megabyte. */
  private static final int MAX_PAGE_BYTES = 64 << 20;

  static void refuseUnknown(CompressionCodecName codec) throws UnreadableFile {
    switch (codec) {
      case UNCOMPRESSED, SNAPPY, GZIP, ZSTD -> {}
      default ->
          throw new UnreadableFile(
              "Parquet compressed by " + codec + "; write it with SNAPPY, GZIP or ZSTD");
    }
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new IllegalStateException("files are read here, never written");
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new Decompressor(codec);
  }

  @Override
  public void release() {}

  private record Decompressor(CompressionCodecName codec) implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput packed, int size) throws IOException {
      return BytesInput.from(inflate(packed.toInputStream().readAllBytes(), size));
    }

    @Override
    public void decompress(ByteBuffer packed, int packedSize, ByteBuffer into, int size)
        throws IOException {
      byte[] bytes = new byte[packedSize];
      packed.get(bytes);
      into.put(inflate(bytes, size));
    }

    @Override
    public void release() {}

    private byte[] inflate(byte[] packed, int size) throws IOException {
      if (size < 0 || size > MAX_PAGE_BYTES) {
        throw new UnreadableFile("a Parquet page of " + size + " bytes; write smaller pages");
      }
      byte[] plain =
          switch (codec) {
            case UNCOMPRESSED -> packed;
            case SNAPPY -> snappy(packed, size);
            case ZSTD -> Zstd.decompress(packed, size);
            case GZIP -> gzip(packed, size);
            default -> throw new UnreadableFile("Parquet compressed by " + codec);
          };
      if (plain.length != size) {
        throw new UnreadableFile("a Parquet page has another size than it says");
      }
      return plain;
    }

    private static byte[] snappy(byte[] packed, int size) throws IOException {
      if (Snappy.uncompressedLength(packed) != size) {
        throw new UnreadableFile("a Parquet page has another size than it says");
      }
      return Snappy.uncompress(packed);
    }

    private static byte[] gzip(byte[] packed, int size) throws IOException {
      try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        return gzip.readNBytes(size);
      }
    }
  }
}
