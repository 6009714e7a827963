package org.xinyidai.models.financing.application;

import java.util.regex.Pattern;
import org.xinyidai.models.subject.Uscc;

/**
 * The number of an application (申请编号): the enterprise's code, a hyphen, {@code a} and 16 digits.
 */
public record ApplicationId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{18}-a[0-9a-f]{16}");

  public ApplicationId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not the number of an application: " + value);
    }
  }

  /** Ask this of untrusted text first. */
  public static boolean isWellFormed(String text) {
    return SHAPE.matcher(text).matches() && Uscc.isWellFormed(text.substring(0, Uscc.LENGTH));
  }

  /** The number out of 16 random hexadecimal digits. */
  public static ApplicationId of(Uscc uscc, String random) {
    return new ApplicationId(uscc + "-a" + random);
  }

  /** Whose application it is. */
  public Uscc uscc() {
    return new Uscc(value.substring(0, Uscc.LENGTH));
  }

  @Override
  public String toString() {
    return value;
  }
}
