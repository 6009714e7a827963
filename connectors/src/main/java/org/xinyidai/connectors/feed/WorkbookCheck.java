package org.xinyidai.connectors.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a workbook before it is read (工作簿检查): every part is inflated once and counted, for
 * the sizes that a zip archive states may be lies. Refuses bombs, parts that are archives or
 * macros, and document types, which alone can declare entities.
 */
final class WorkbookCheck {
  /** An office's month has a few megabytes; more is sent as CSV. The whole file is in memory. */
  static final int MAX_BYTES = 32 << 20;

  /** What is kept of it once inflated, texts above all, must fit beside everything else. */
  static final long MAX_INFLATED_BYTES = 256L << 20;

  /** A plain workbook has a dozen parts, one with pictures some dozens. */
  static final int MAX_PARTS = 1_000;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final byte[] DOCUMENT_TYPE = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};

  private final byte[] bytes;
  private final ReadLimits limits;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private long inflated;

  private WorkbookCheck(byte[] bytes, ReadLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /**
   * @throws UnreadableFile saying what the workbook may not be or hold
   */
  static void check(byte[] bytes, ReadLimits limits) throws UnreadableFile {
    Signature signature = Signature.of(bytes);
    if (signature == Signature.COMPOUND) {
      throw new UnreadableFile(
          "this is an old .xls file or has a password; save it as .xlsx without one");
    }
    if (signature != Signature.ZIP) {
      throw new UnreadableFile("this is no workbook though its name says so; save it as .xlsx");
    }
    try {
      new WorkbookCheck(bytes, limits).parts();
    } catch (UnreadableFile refused) {
      throw refused;
    } catch (IOException damaged) {
      throw new UnreadableFile(
          "the workbook is damaged or cut off; save and send it again", damaged);
    }
  }

  private void parts() throws IOException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
      if (parts.size() > MAX_PARTS) {
        throw new UnreadableFile("more than " + MAX_PARTS + " parts in the workbook");
      }
      for (ZipArchiveEntry part : parts) {
        if (!zip.canReadEntryData(part)) {
          throw new UnreadableFile("the workbook is encrypted; save it without a password");
        }
        try (InputStream in = zip.getInputStream(part)) {
          part(part.getName(), in);
        } catch (ZipException | IllegalArgumentException damaged) {
          throw new IOException(damaged);
        }
      }
    }
  }

  private void part(String name, InputStream in) throws IOException {
    boolean markup = isMarkup(name);
    int matched = 0;
    boolean first = true;
    for (int read = in.readNBytes(buffer, 0, buffer.length);
        read > 0;
        read = in.readNBytes(buffer, 0, buffer.length)) {
      count(read);
      if (first) {
        refuseHidden(name);
        first = false;
      }
      if (markup) {
        matched = refuseDocumentType(read, matched);
      }
    }
  }

  private void count(int read) throws UnreadableFile {
    inflated += read;
    long most = Math.min(MAX_INFLATED_BYTES, limits.maxInflatedBytes());
    if (inflated > most) {
      throw new UnreadableFile("more than " + most + " bytes inside the workbook; split it");
    }
    if (inflated > ReadLimits.FREE_BYTES && inflated / limits.maxInflateRatio() > bytes.length) {
      throw new UnreadableFile(
          "the workbook inflates more than " + limits.maxInflateRatio() + " times; send CSV");
    }
  }

  /** The buffer holds the first bytes of the part. */
  private void refuseHidden(String name) throws UnreadableFile {
    Signature signature = Signature.of(buffer);
    if (signature.isArchive()) {
      throw new UnreadableFile(
          "the workbook holds "
              + signature.called()
              + " or macros ("
              + shown(name)
              + "); send the sheet alone");
    }
  }

  /** Markup is UTF-8 without a zero byte, so the words cannot hide in another encoding. */
  private int refuseDocumentType(int read, int matchedBefore) throws UnreadableFile {
    int matched = matchedBefore;
    for (int i = 0; i < read; i++) {
      byte b = buffer[i];
      if (b == 0) {
        throw new UnreadableFile("a part of the workbook is not UTF-8; save it as .xlsx again");
      }
      matched = b == DOCUMENT_TYPE[matched] ? matched + 1 : b == DOCUMENT_TYPE[0] ? 1 : 0;
      if (matched == DOCUMENT_TYPE.length) {
        throw new UnreadableFile(
            "the workbook declares a document type or entities, which no spreadsheet writes");
      }
    }
    return matched;
  }

  private static boolean isMarkup(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
  }

  private static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) : name;
  }
}
