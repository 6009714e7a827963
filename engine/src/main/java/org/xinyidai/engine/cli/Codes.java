package org.xinyidai.engine.cli;

import java.util.Locale;
import org.xinyidai.models.subject.Uscc;

/** What a person types where a code is wanted. */
final class Codes {
  private Codes() {}

  /** The code, or a failure that says what is wrong with it. */
  static Uscc uscc(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (!Uscc.isWellFormed(code)) {
      throw new Failure(
          text
              + ": not a unified social credit code; check all 18 characters, the last is a check");
    }
    return new Uscc(code);
  }
}
