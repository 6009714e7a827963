package org.xinyidai.connectors.print;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes prints of the same content the same to the byte (可复现打印): the names of embedded parts of
 * typefaces and the identity of the file, which the library draws at random, follow from the
 * content. Lengths stay, so every place that the file's own table names stays as well.
 */
final class PdfAlike {
  /**
   * Six letters before the name of a typeface of which not all is embedded (ISO 32000-1, 9.6.4).
   */
  private static final Pattern SUBSET = Pattern.compile("/([A-Z]{6})\\+");

  private static final Pattern IDENTITY = Pattern.compile("/ID ?\\[<([0-9a-f]+)><([0-9a-f]+)>]");

  private PdfAlike() {}

  /** The same document, named by its content. */
  static byte[] of(byte[] pdf) {
    // One character a byte, so that places in the text are places in the file.
    StringBuilder text = new StringBuilder(new String(pdf, ISO_8859_1));
    Matcher subset = SUBSET.matcher(text);
    while (subset.find()) {
      text.replace(subset.start(1), subset.end(1), "XINYID");
    }
    Matcher identity = IDENTITY.matcher(text);
    if (identity.find()) {
      blank(text, identity);
      String name = HexFormat.of().formatHex(digest(text.toString().getBytes(ISO_8859_1)));
      for (int group = 1; group <= 2; group++) {
        int length = identity.end(group) - identity.start(group);
        text.replace(
            identity.start(group), identity.end(group), name.repeat(2).substring(0, length));
      }
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  private static void blank(StringBuilder text, Matcher identity) {
    for (int group = 1; group <= 2; group++) {
      char[] zeros = new char[identity.end(group) - identity.start(group)];
      Arrays.fill(zeros, '0');
      text.replace(identity.start(group), identity.end(group), new String(zeros));
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
