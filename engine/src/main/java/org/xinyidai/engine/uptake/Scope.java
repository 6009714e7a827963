package org.xinyidai.engine.uptake;

/**
 * Of which part figures are told (统计范围); each empty for all.
 *
 * @param district beginning digits of the division code
 * @param lender organisation of a lender
 * @param source who reports
 */
record Scope(String district, String lender, String source) {
  static Scope of(String district) {
    return new Scope(district, "", "");
  }
}
