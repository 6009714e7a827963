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
    buffered.mark(4);
    byte[] magic = buffered.readNBytes(4);
    buffered.reset();
    refuseForeign(magic);
    compressed = new Counted(buffered);
    gzip = magic.length >= 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
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

  private static InputStream openGzip(InputStream bytes) throws IOException {
    try {
      return new GZIPInputStream(bytes, BUFFER_BYTES);
    } catch (EOFException torn) {
      throw new UnreadableFile("the gzip data ends too early; send the file again", torn);
    } catch (ZipException damaged) {
      throw new UnreadableFile("the gzip data is damaged; send the file again", damaged);
    }
  }

  private static void refuseForeign(byte[] magic) throws UnreadableFile {
    if (magic.length >= 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4) {
      throw new UnreadableFile(
          "this is a zip archive or a workbook; save it as CSV, plain or with gzip");
    }
    if (magic.length >= 2
        && ((magic[0] == (byte) 0xFF && magic[1] == (byte) 0xFE)
            || (magic[0] == (byte) 0xFE && magic[1] == (byte) 0xFF))) {
      throw new UnreadableFile("this is UTF-16; save it as UTF-8 or GB18030");
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
