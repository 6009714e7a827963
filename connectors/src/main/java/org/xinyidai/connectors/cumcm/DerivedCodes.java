package org.xinyidai.connectors.cumcm;

import java.util.regex.Pattern;
import org.xinyidai.models.subject.Uscc;

/**
 * Codes derived from the numbers of the data set: {@code 91}, the division {@code 990001} that GB/T
 * 2260 gives to no place, the number in eight digits, and both check characters.
 */
final class DerivedCodes {
  private static final String STEM = "91990001";
  private static final Pattern SOURCE_ID = Pattern.compile("E[0-9]{1,8}");

  private String lastId = "";
  private String lastCode = "";

  static boolean isSourceId(String text) {
    return SOURCE_ID.matcher(text).matches();
  }

  static Uscc uscc(String sourceId) {
    if (!isSourceId(sourceId)) {
      throw new IllegalArgumentException("not the number of an enterprise: " + sourceId);
    }
    return Uscc.fromStem(STEM + "0".repeat(9 - sourceId.length()) + sourceId.substring(1));
  }

  /** The code as text, or the text itself where it is no number; rows of one enterprise adjoin. */
  String of(String text) {
    if (!text.equals(lastId)) {
      String id = text.strip();
      lastCode = isSourceId(id) ? uscc(id).value() : text;
      lastId = text;
    }
    return lastCode;
  }
}
