package org.xinyidai.engine.inquiry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The kinds of files that may be sent (附件类型), each known by what it holds: a name or a header says
 * nothing. Office documents are archives, so they are known by their main part; one that carries
 * macros is none of these.
 */
public enum FileKind {
  PDF("application/pdf", "255044462d", "", "pdf"),
  PNG("image/png", "89504e470d0a1a0a", "", "png"),
  JPEG("image/jpeg", "ffd8ff", "", "jpe?g"),
  XLSX(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "504b0304",
      "xl/workbook.xml",
      "xlsx"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "504b0304",
      "word/document.xml",
      "docx");

  /** A scanned contract of some pages. */
  public static final int MAX_BYTES = 5 << 20;

  /** Parts of a document that are looked at: one of many thousands is made to wear readers out. */
  private static final int MOST_PARTS = 2_000;

  /** Bytes to which the parts may unfold while they are passed over, for the same reason. */
  private static final long MOST_UNFOLDED = 100L << 20;

  private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,5})$");

  private final String contentType;
  private final String beginning;
  private final String mainPart;
  private final String ending;

  FileKind(String contentType, String beginning, String mainPart, String ending) {
    this.contentType = contentType;
    this.beginning = beginning;
    this.mainPart = mainPart;
    this.ending = ending;
  }

  public String contentType() {
    return contentType;
  }

  /** The kind that is declared, where the bytes are of that kind. */
  public static Optional<FileKind> of(String contentType, byte[] bytes) {
    return Arrays.stream(values())
        .filter(kind -> kind.contentType.equals(contentType) && kind.begins(bytes))
        .filter(kind -> kind.mainPart.isEmpty() || kind.isDocument(bytes))
        .findFirst();
  }

  /**
   * Whether a file of this kind may bear a name: one that ends as another kind does, such as {@code
   * invoice.pdf.exe}, would be opened as what it is not.
   */
  public boolean fits(String name) {
    Matcher extension = EXTENSION.matcher(name);
    return !extension.find() || extension.group(1).toLowerCase(Locale.ROOT).matches(ending);
  }

  private boolean begins(byte[] bytes) {
    int length = Math.min(bytes.length, beginning.length() / 2);
    return HexFormat.of().formatHex(bytes, 0, length).equals(beginning);
  }

  private boolean isDocument(byte[] bytes) {
    boolean main = false;
    long unfolded = 0;
    byte[] passed = new byte[8 << 10];
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      int seen = 0;
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        main |= name.equals(mainPart);
        for (int read = 0; read >= 0; read = parts.read(passed)) {
          unfolded += read;
          if (unfolded > MOST_UNFOLDED) {
            return false;
          }
        }
        if (++seen > MOST_PARTS || name.endsWith("vbaproject.bin")) {
          return false;
        }
      }
    } catch (IOException | IllegalArgumentException damaged) {
      return false; // whoever opens it could not read it either
    }
    return main;
  }
}
