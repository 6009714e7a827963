package org.xinyidai.connectors.feed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Undoes gzip where the first bytes show it, and stops at the bounds of {@link ReadLimits}. */
final class Inflater extends InputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Counted compressed;
  private final InputStream plain;
  private final boolean gzip;
  private final ReadLimits limits;
  private long inflated;

  Inflater(InputStream bytes, ReadLimits limits) throws IOException {
    this.limits = limits;
    BufferedInputStream buffered = new BufferedInputStream(bytes, BUFFER_BYTES);
    Signature outer = peek(buffered);
    gzip = outer == Signature.GZIP;
    if (!gzip) {
      refuseForeign(outer);
    }
    compressed = new Counted(buffered);
    plain = gzip ? openGzip(compressed) : compressed;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read;
    try {
      read = plain.read(into, offset, length);
    } catch (EOFException torn) {
      throw new UnreadableFile("the gzip data ends too early; send the file again", torn);
    } catch (ZipException damaged) {
      throw new UnreadableFile("the gzip data is damaged; send the file again", damaged);
    }
    if (read > 0 && gzip) {
      inflated += read;
      if (inflated > limits.maxInflatedBytes()) {
        throw new UnreadableFile(
            "more than " + limits.maxInflatedBytes() + " bytes after gzip; split the file");
      }
      if (inflated > ReadLimits.FREE_BYTES
          && inflated / limits.maxInflateRatio() > compressed.count) {
        throw new UnreadableFile(
            "gzip inflates more than " + limits.maxInflateRatio() + " times; send it plain");
      }
    }
    return read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }

  /** Opens gzip, and sees that it holds text and no archive again. */
  private static InputStream openGzip(InputStream bytes) throws IOException {
    try {
      BufferedInputStream inner =
          new BufferedInputStream(new GZIPInputStream(bytes, BUFFER_BYTES), BUFFER_BYTES);
      Signature signature = peek(inner);
      if (signature.isArchive()) {
        throw new UnreadableFile(
            "the gzip holds " + signature.called() + "; send one file, packed once");
      }
      refuseForeign(signature);
      return inner;
    } catch (EOFException torn) {
      throw new UnreadableFile("the gzip data ends too early; send the file again", torn);
    } catch (ZipException damaged) {
      throw new UnreadableFile("the gzip data is damaged; send the file again", damaged);
    }
  }

  private static Signature peek(BufferedInputStream bytes) throws IOException {
    bytes.mark(Signature.LENGTH);
    byte[] head = bytes.readNBytes(Signature.LENGTH);
    bytes.reset();
    return Signature.of(head);
  }

  private static void refuseForeign(Signature signature) throws UnreadableFile {
    switch (signature) {
      case GZIP, OTHER -> {}
      case ZIP ->
          throw new UnreadableFile(
              "this is a zip archive or a workbook; name a workbook .xlsx, or save it as CSV");
      case PARQUET -> throw new UnreadableFile("this is a Parquet file; name it .parquet");
      case ARROW -> throw new UnreadableFile("this is an Arrow file; name it .arrow");
      case UTF_16, UTF_16_BIG ->
          throw new UnreadableFile("this is UTF-16; save it as UTF-8 or GB18030");
      default ->
          throw new UnreadableFile(
              "this is "
                  + signature.called()
                  + ", not text; send CSV or NDJSON, plain or with gzip");
    }
  }

  /** Counts what was taken, and never says "nothing there yet", which gzip takes for the end. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count += Math.max(read, 0);
      return read;
    }

    @Override
    public int available() {
      return 1;
    }
  }
}
