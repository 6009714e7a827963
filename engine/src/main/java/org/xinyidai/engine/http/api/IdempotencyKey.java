package org.xinyidai.engine.http.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;

/** The header by which a caller may send the same request again safely (幂等键). */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";

  /**
   * Long enough for a UUID with a prefix; printable, so that it can be found in logs of callers.
   */
  private static final Pattern SHAPE = Pattern.compile("[!-~]{1,128}");

  private IdempotencyKey() {}

  /** The key, without the quotes in which the standard's draft puts it. */
  static String required(Call call) {
    return optional(call)
        .orElseThrow(() -> Refusal.of(ProblemType.IDEMPOTENCY_KEY_MISSING).at(HEADER));
  }

  static Optional<String> optional(Call call) {
    return call.header(HEADER).filter(text -> !text.isBlank()).map(IdempotencyKey::checked);
  }

  private static String checked(String header) {
    String text = header.trim();
    boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
    String key = quoted ? text.substring(1, text.length() - 1) : text;
    if (!SHAPE.matcher(key).matches()) {
      throw Refusal.of(
              ProblemType.INVALID_PARAMETER,
              "Idempotency-Key 须为1至128个可见 ASCII 字符",
              "An Idempotency-Key has 1 to 128 visible ASCII characters")
          .at(HEADER);
    }
    return key;
  }
}
