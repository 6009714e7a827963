package org.xinyidai.models.subject;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An industry (国民经济行业), GB/T 4754-2017, as exact as its code.
 *
 * @param digits two (大类), three (中类) or four (小类) digits
 */
public record Industry(Section section, String digits) {
  private static final Pattern CODE = Pattern.compile("([A-T]?)([0-9]{2,4})");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{2,4}");

  public Industry {
    if (!DIGITS.matcher(digits).matches()
        || !Section.ofDivision(division(digits)).equals(Optional.of(section))) {
      throw new IllegalArgumentException("not in section " + section + ": " + digits);
    }
  }

  /** Reads {@code 5123}, {@code F5123}, {@code 512} or {@code 51}; empty for anything else. */
  public static Optional<Industry> parse(String text) {
    Matcher code = CODE.matcher(text.strip());
    if (!code.matches()) {
      return Optional.empty();
    }
    String letter = code.group(1);
    String digits = code.group(2);
    return Section.ofDivision(division(digits))
        .filter(section -> letter.isEmpty() || section.name().equals(letter))
        .map(section -> new Industry(section, digits));
  }

  /** The division (大类), 1 to 97. */
  public int division() {
    return division(digits);
  }

  /** Whether this industry is the given one or a part of it. */
  public boolean isWithin(String prefix) {
    return digits.startsWith(prefix);
  }

  /** Letter and digits, such as {@code F5123}. */
  public String code() {
    return section.name() + digits;
  }

  private static int division(String digits) {
    return Integer.parseInt(digits.substring(0, 2));
  }
}
