package org.xinyidai.models.product;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the money is for (贷款用途). */
public enum Purpose {
  WORKING_CAPITAL("workingCapital", "日常经营周转", "working capital"),
  ORDER_FULFILMENT("orderFulfilment", "订单履约", "fulfilment of an order"),
  EQUIPMENT("equipment", "设备购置", "equipment"),
  RESEARCH("research", "研发投入", "research"),
  PAYROLL("payroll", "薪酬支付", "payroll"),
  REFINANCING("refinancing", "转贷续贷", "refinancing"),
  /** None of these, in the words of the enterprise; products that name their purposes withhold. */
  OTHER("other", "其他用途", "another purpose");

  private final String code;
  private final String titleZh;
  private final String titleEn;

  Purpose(String code, String titleZh, String titleEn) {
    this.code = code;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
  }

  /** The stable code in product files and demands. */
  public String code() {
    return code;
  }

  /**
   * What a person means by a text: a code in any spelling of its words, a title, or words of its
   * trade; {@link #OTHER} where it is none of them.
   */
  public static Purpose read(String text) {
    String words = plain(text);
    return Stream.of(values())
        .filter(
            one ->
                Stream.of(one.code, one.titleZh, one.titleEn)
                    .map(Purpose::plain)
                    .anyMatch(words::equals))
        .findFirst()
        .or(() -> PurposeWords.find(words))
        .orElse(OTHER);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }

  public static Optional<Purpose> ofCode(String code) {
    return Stream.of(values()).filter(purpose -> purpose.code.equals(code)).findFirst();
  }

  public Text title() {
    return new Text(titleZh, titleEn);
  }
}
