package org.xinyidai.models.product;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.xinyidai.models.subject.Section;

/**
 * What codes are called (代码名称), where a code alone says nothing to the owner of a workshop.
 * Sections are those of GB/T 4754, in the order of their letters.
 */
final class CodeWords {
  private static final String[] SECTIONS_EN = {
    "farming, forestry, fishing",
    "mining",
    "manufacturing",
    "electricity, heat, gas and water",
    "construction",
    "wholesale and retail",
    "transport, storage and post",
    "hotels and catering",
    "information and software",
    "finance",
    "real estate",
    "leasing and business services",
    "research and technical services",
    "water, environment and public facilities",
    "household and other services",
    "education",
    "health and social work",
    "culture, sports and entertainment",
    "public administration",
    "international organisations"
  };

  private static final Map<String, Map<String, Text>> OF =
      Map.of(
          "industry_section", sections(),
          "size_class",
              words(
                  "MICRO|微型企业|micro", "SMALL|小型企业|small", "MEDIUM|中型企业|medium", "LARGE|大型企业|large"),
          "subject_type",
              words(
                  "FIRM|企业|firm",
                  "SOLE_TRADER|个体工商户|sole trader",
                  "FARMER_COOPERATIVE|农民专业合作社|farmers' cooperative",
                  "FARMER|农户、家庭农场|farmer"),
          "registration_status",
              words(
                  "ACTIVE|存续|active",
                  "REVOKED|吊销|revoked",
                  "DEREGISTERED|注销|deregistered",
                  "MOVED|迁出|moved away",
                  "ABNORMAL|经营异常|abnormal",
                  "LIQUIDATING|清算中|in liquidation",
                  "BANKRUPT|破产|bankrupt"),
          "technology_tier",
              words(
                  "noneKnown|未知|none known",
                  "technologySme|科技型中小企业|technology SME",
                  "highTech|高新技术企业|high-tech firm",
                  "specialisedNew|专精特新企业|specialised and new",
                  "littleGiant|专精特新“小巨人”企业|little giant"),
          "environmental_rating_class",
              words(
                  "BLACK|黑牌|black",
                  "RED|红牌|red",
                  "YELLOW|黄牌|yellow",
                  "BLUE|蓝牌|blue",
                  "GREEN|绿牌|green"),
          "public_credit_class",
              words("poor|差|poor", "medium|中|medium", "good|良|good", "excellent|优|excellent"));

  private CodeWords() {}

  /** A code of an attribute in words; the code itself where it has none. */
  static Text of(String attribute, String code) {
    return OF.getOrDefault(attribute, Map.of()).getOrDefault(code, new Text(code, code));
  }

  private static Map<String, Text> words(String... rows) {
    return Arrays.stream(rows)
        .map(row -> row.split("\\|", 3))
        .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> new Text(row[1], row[2])));
  }

  private static Map<String, Text> sections() {
    Map<String, Text> sections = new LinkedHashMap<>();
    for (Section section : Section.values()) {
      sections.put(section.name(), new Text(section.titleZh(), SECTIONS_EN[sections.size()]));
    }
    return sections;
  }
}
