package org.xinyidai.models.subject;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as it is compared (比对用文本): full-width forms as half-width, capitals, no blanks, all brackets
 * round, no other punctuation. The characters must already be simplified ones: that conversion
 * needs a library and is done at the edge.
 */
public final class PlainText {
  private PlainText() {}

  /** Empty where nothing is left. */
  public static String of(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(narrow.length());
    narrow.codePoints().forEach(c -> append(plain, c));
    return plain.toString();
  }

  private static void append(StringBuilder plain, int c) {
    switch (c) {
      case '(', '[', '{', '〔', '【', '〈', '《', '「' -> plain.append('(');
      case ')', ']', '}', '〕', '】', '〉', '》', '」' -> plain.append(')');
      default -> {
        if (Character.isLetterOrDigit(c)) {
          plain.appendCodePoint(c);
        }
      }
    }
  }
}
