package org.xinyidai.models.quality;

import java.util.List;

/**
 * A bound that a rate must keep (达标线), as one source document states it.
 *
 * @param requirement the row of the requirements
 * @param source the document that sets it
 */
public record Threshold(
    String requirement, String titleZh, Comparison comparison, Ratio bound, String source) {
  /** Legal persons covered (法人归集覆盖率). */
  public static final Threshold LEGAL_PERSON_COVERAGE =
      new Threshold("C18", "法人归集覆盖率", Comparison.AT_LEAST, Ratio.percent(99), "F0");

  /** Adults covered (18岁以上户籍人口归集覆盖率). */
  public static final Threshold ADULT_COVERAGE =
      new Threshold("C18", "成年人归集覆盖率", Comparison.AT_LEAST, Ratio.percent(95), "F0");

  public static final Threshold REPORT_RATE =
      new Threshold("C8", "上报率", Comparison.AT_LEAST, Ratio.ONE, "F1");
  public static final Threshold CONFORMING_RATE_FULL =
      new Threshold("C8", "合规率", Comparison.AT_LEAST, Ratio.ONE, "F1");
  public static final Threshold TIMELY_RATE =
      new Threshold("C8", "及时率", Comparison.AT_LEAST, Ratio.ONE, "F1");
  public static final Threshold CONFORMING_RATE =
      new Threshold("C9", "合规率", Comparison.AT_LEAST, Ratio.percent(99), "F2");
  public static final Threshold REPEAT_AND_ERROR_RATE =
      new Threshold("C19", "重错率", Comparison.AT_MOST, Ratio.percent(5), "F0");

  /** Wrong or repeated codes (统一社会信用代码重错码率): three documents, three bounds. */
  public static final List<Threshold> CODE_ERROR_RATE =
      List.of(
          new Threshold("C20", "重错码率", Comparison.BELOW, new Ratio(1, 10_000), "F1"),
          new Threshold("C20", "重错码率", Comparison.AT_MOST, new Ratio(1, 10_000), "F2"),
          new Threshold("C20", "重错码率", Comparison.BELOW, new Ratio(1, 1_000), "F3"));

  /** A-rated taxpayers among surviving enterprises (A级纳税人占比): two documents, two bounds. */
  public static final List<Threshold> A_RATED_SHARE =
      List.of(
          new Threshold("D2", "A级纳税人占比", Comparison.AT_LEAST, Ratio.percent(15), "F1"),
          new Threshold("D2", "A级纳税人占比", Comparison.AT_LEAST, Ratio.percent(10), "F2"));

  /** How the rate stands to the bound. */
  public enum Comparison {
    AT_LEAST("≥"),
    AT_MOST("≤"),
    BELOW("<");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /** Whether the rate keeps the bound, exactly. */
  public boolean isMetBy(Ratio rate) {
    int side = rate.compareTo(bound);
    return switch (comparison) {
      case AT_LEAST -> side >= 0;
      case AT_MOST -> side <= 0;
      case BELOW -> side < 0;
    };
  }
}
