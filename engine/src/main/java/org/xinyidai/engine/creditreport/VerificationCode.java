package org.xinyidai.engine.creditreport;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code by which anyone finds a report again (核验码): 16 characters of 5 random bits, so that
 * nobody guesses one, without I, L, O and U, which are read wrongly.
 *
 * @param value the 16 characters, without hyphens
 */
public record VerificationCode(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;

  public VerificationCode {
    if (value.length() != LENGTH || value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      throw new IllegalArgumentException("not a verification code: " + value);
    }
  }

  static VerificationCode next(SecureRandom random) {
    StringBuilder value = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new VerificationCode(value.toString());
  }

  /**
   * The code that a person typed: hyphens, blanks and small letters do not matter, and O is read as
   * 0, I and L as 1; empty where it is none.
   */
  public static Optional<VerificationCode> parse(String typed) {
    String value =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean wellFormed =
        value.length() == LENGTH && value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return wellFormed ? Optional.of(new VerificationCode(value)) : Optional.empty();
  }

  /** As it is printed: four groups of four. */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder(value);
    for (int at = LENGTH - GROUP; at > 0; at -= GROUP) {
      shown.insert(at, '-');
    }
    return shown.toString();
  }
}
