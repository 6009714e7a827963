package org.xinyidai.models.quality;

import java.util.Arrays;
import java.util.Optional;

/**
 * A figure of a month that the platform cannot know, so the office enters it (人工填报指标). Until it
 * does the figure is not known; it is never zero by default.
 */
public enum OfficeFigure {
  /** Records that should have been reported; of a feed, its source and district as far as told. */
  DUE("due", "应报记录数", true),
  /** Records that an inspection found and nobody had reported, of a feed. C10. */
  CONCEALED("concealed", "查实瞒报记录数", true),
  MARKET_SUBJECTS("market_subjects", "市场主体数", false),
  POPULATION("population", "常住人口数", false),
  LEGAL_PERSONS("legal_persons", "法人数", false),
  ADULTS("adults", "18岁以上户籍人口数", false),
  ADULTS_COVERED("adults_covered", "已归集的18岁以上户籍人口数", false),
  COMMITMENTS("commitments", "信用承诺书数", false),
  PERSON_UTILITY_RECORDS("person_utility_records", "自然人特定信息记录数", false),
  /** Enforcement, reward, confirmation, ruling and inspection. C11. */
  FIVE_TYPES_REPORTED("five_types_reported", "五类行政管理信息上报数", false),
  FIVE_TYPES_CONFORMING("five_types_conforming", "五类行政管理信息合规数", false),
  /** As the upper node tells them back. C20. */
  CODE_ERRORS_FOUND("code_errors_found", "上级反馈重错码数", false),
  CODE_ERRORS_PUT_RIGHT("code_errors_put_right", "已纠正重错码数", false),
  /** Complaints that the hotline 12345 counts itself, beside those that came here. F2, D5. */
  HOTLINE_RECEIVED("hotline_received", "12345受理投诉数", false),
  HOTLINE_SOLVED("hotline_solved", "12345办结投诉数", false),
  HOTLINE_SATISFIED("hotline_satisfied", "12345满意投诉数", false);

  private final String id;
  private final String titleZh;
  private final boolean ofFeed;

  OfficeFigure(String id, String titleZh, boolean ofFeed) {
    this.id = id;
    this.titleZh = titleZh;
    this.ofFeed = ofFeed;
  }

  /** The stable name in files and calls. */
  public String id() {
    return id;
  }

  public String titleZh() {
    return titleZh;
  }

  /** Whether it is told feed by feed. */
  public boolean isOfFeed() {
    return ofFeed;
  }

  public static Optional<OfficeFigure> ofId(String id) {
    return Arrays.stream(values()).filter(figure -> figure.id.equals(id)).findFirst();
  }
}
