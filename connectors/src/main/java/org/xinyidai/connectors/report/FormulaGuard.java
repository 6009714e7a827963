package org.xinyidai.connectors.report;

/**
 * Keeps text from being run as a formula (公式注入防护): a spreadsheet takes what begins with one of a
 * few characters for a formula, and a name that a stranger registered may begin so. Every export of
 * text that came from outside goes through it.
 */
public final class FormulaGuard {
  private static final String RISKY = "=+-@\t\r＝＋－＠";

  private FormulaGuard() {}

  /** The text, behind an apostrophe where it could be run. */
  public static String text(String text) {
    boolean risky = !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0;
    return risky ? "'" + text : text;
  }
}
