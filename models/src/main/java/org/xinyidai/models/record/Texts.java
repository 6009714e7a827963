package org.xinyidai.models.record;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cleans text as offices send it: spaces around it (also U+3000), full-width letters and digits,
 * control characters. Chinese punctuation stays.
 */
final class Texts {
  private static final int FULL_WIDTH_SHIFT = 0xFEE0;

  /** What makes more than a number of a text that begins with a sign. */
  private static final String ACTIVE = "(+*=!|@";

  private Texts() {}

  /** The cleaned text, empty where there is none; the same instance where nothing was to do. */
  static String clean(@Nullable String text) {
    if (text == null) {
      return "";
    }
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    for (int i = start; i < end; i++) {
      if (kept(text.charAt(i)) != text.charAt(i)) {
        return replaced(text, start, end);
      }
    }
    return start == 0 && end == text.length() ? text : text.substring(start, end);
  }

  /** The ASCII character that a full-width form stands for; any other character as it is. */
  static char fold(char c) {
    return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - FULL_WIDTH_SHIFT) : c;
  }

  /** ASCII letters in upper case, the same in every locale. */
  static String upperCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
        return text.toUpperCase(Locale.ROOT);
      }
    }
    return text;
  }

  /**
   * Whether the text came whole: every surrogate has its other half, and none of its bytes was
   * replaced by U+FFFD in decoding.
   */
  static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD') {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /**
   * Whether a spreadsheet might run the cleaned text as a formula: it begins with {@code =} or
   * {@code @}, or with a sign that anything but a number or a dash for "none" stands behind.
   */
  static boolean isFormula(String text) {
    char first = fold(text.charAt(0));
    if (first == '=' || first == '@') {
      return true;
    }
    if (first != '+' && first != '-') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = fold(text.charAt(i));
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || ACTIVE.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String replaced(String text, int start, int end) {
    char[] clean = new char[end - start];
    for (int i = start; i < end; i++) {
      clean[i - start] = kept(text.charAt(i));
    }
    return new String(clean);
  }

  private static char kept(char c) {
    if (c < 0x7F) {
      return c < ' ' ? ' ' : c;
    }
    if (c <= 0x9F) {
      return ' ';
    }
    if (c < '\uFF10') {
      return c;
    }
    char folded = fold(c);
    return folded != c && Character.isLetterOrDigit(folded) ? folded : c;
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u3000' || c == '\u00A0' || c == '\uFEFF' || (c >= 0x7F && c <= 0x9F);
  }
}
