package org.xinyidai.models.subject;

/**
 * Whether one character makes the difference between two texts (一字之差): wrong, missing or too much.
 */
public final class OneSlip {
  private OneSlip() {}

  /** Equal texts are not one slip apart. */
  public static boolean apart(String a, String b) {
    if (a.length() > b.length()) {
      return apart(b, a);
    }
    int at = 0;
    while (at < a.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return switch (b.length() - a.length()) {
      case 0 -> at < a.length() && a.substring(at + 1).equals(b.substring(at + 1));
      case 1 -> a.substring(at).equals(b.substring(at + 1));
      default -> false;
    };
  }
}
