package org.xinyidai.engine.arrears;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import org.xinyidai.connectors.seal.Sm3;

/**
 * One thing in which somebody is behind (落后事项).
 *
 * @param organisation source or lender
 * @param subject what tells it from others of the rule: a month and feed, or an application
 * @param since the first day on which it was late
 * @param detail for people, in figures where there are some
 */
public record Matter(
    String organisation, ArrearsRule rule, String subject, LocalDate since, String detail) {
  private static final int KEY_DIGITS = 24;

  /** The same for the same matter on every day. */
  public String key() {
    String whole = String.join("\0", organisation, rule.name(), subject);
    return "m-" + Sm3.of(whole.getBytes(UTF_8)).substring(0, KEY_DIGITS);
  }
}
