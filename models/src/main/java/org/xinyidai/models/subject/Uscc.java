package org.xinyidai.models.subject;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * Unified social credit code (统一社会信用代码): 18 characters, the 17th and the last are check characters.
 * GB 32100-2015; the 17th by GB 11714.
 */
public record Uscc(String value) implements Comparable<Uscc> {
  public static final int LENGTH = 18;

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final byte[] ALPHABET_VALUES = alphabetValues();
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int ORGANISATION_START = 8;
  private static final int ORGANISATION_CHECK = 16;

  public Uscc {
    requireNonNull(value, "value");
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a USCC: " + value);
    }
  }

  /** Says whether untrusted text is a code with both check characters right; ask this first. */
  public static boolean isWellFormed(String text) {
    return text.length() == LENGTH
        && inAlphabet(text)
        && divisionIsDigits(text)
        && text.charAt(ORGANISATION_CHECK) == organisationCheck(text)
        && text.charAt(LENGTH - 1) == check(text);
  }

  /**
   * Completes the first 16 characters with both check characters.
   *
   * @throws IllegalArgumentException when the stem cannot begin a code
   */
  public static Uscc fromStem(String stem) {
    if (stem.length() != ORGANISATION_CHECK || !inAlphabet(stem) || !divisionIsDigits(stem)) {
      throw new IllegalArgumentException("not the first 16 characters of a USCC: " + stem);
    }
    String seventeen = stem + organisationCheck(stem);
    return new Uscc(seventeen + check(seventeen));
  }

  /** The division code (行政区划代码) inside, six digits of GB/T 2260. */
  public String divisionCode() {
    return value.substring(2, ORGANISATION_START);
  }

  @Override
  public int compareTo(Uscc other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  /**
   * The value of each ASCII character, -1 outside the alphabet: codes are checked by the million.
   */
  private static byte[] alphabetValues() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }

  private static boolean inAlphabet(String text) {
    for (int i = 0; i < text.length(); i++) {
      // Character 17 is a GB 11714 check: digits and X, both inside this alphabet.
      if (text.charAt(i) >= ALPHABET_VALUES.length || ALPHABET_VALUES[text.charAt(i)] < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean divisionIsDigits(String text) {
    for (int i = 2; i < ORGANISATION_START; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static char organisationCheck(String text) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      char c = text.charAt(ORGANISATION_START + i);
      sum += ORGANISATION_WEIGHTS[i] * Character.digit(c, 36);
    }
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
  }

  private static char check(String text) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * ALPHABET_VALUES[text.charAt(i)];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
