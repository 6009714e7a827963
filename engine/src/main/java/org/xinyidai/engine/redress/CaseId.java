package org.xinyidai.engine.redress;

import java.util.Optional;
import java.util.regex.Pattern;
import org.xinyidai.models.subject.Uscc;

/** The number of a case (案卷编号): the enterprise's code, a hyphen, {@code c} and random digits. */
public final class CaseId {
  private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{18}-c[0-9a-f]{16}");

  private CaseId() {}

  /** The number out of 16 random hexadecimal digits. */
  public static String of(Uscc uscc, String random) {
    return uscc + "-c" + random;
  }

  /** The enterprise of a number out of untrusted text; empty when it is no number. */
  public static Optional<Uscc> usccOf(String text) {
    return SHAPE.matcher(text).matches() && Uscc.isWellFormed(text.substring(0, Uscc.LENGTH))
        ? Optional.of(new Uscc(text.substring(0, Uscc.LENGTH)))
        : Optional.empty();
  }
}
