package org.xinyidai.models.product;

import static org.xinyidai.models.product.Attribute.Kind.CODE;
import static org.xinyidai.models.product.Attribute.Kind.DATE;
import static org.xinyidai.models.product.Attribute.Kind.FLAG;
import static org.xinyidai.models.product.Attribute.Kind.NUMBER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.MendsWithTime;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.product.Attribute.Kind;
import org.xinyidai.models.product.Attribute.Origin;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.subject.Section;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.SubjectType;

/** The attributes beside the features (标准属性), and the codings of features that are classes. */
final class StandardAttributes {
  private static final Pattern LEGEND = Pattern.compile(" ?[（(][^（(]*=?[0-9][^（(]*[）)]$");
  private static final Coding NO_CODES = new Coding.None();
  private static final Coding GRADES = listed(true, "D", "C", "B", "A");
  private static final Coding STARS = listed(true, "1", "2", "3", "4", "5");
  private static final Coding TAX_RATINGS = listed(true, "D", "C", "M", "B", "A");
  private static final Coding ENVIRONMENTAL_RATINGS =
      listed(true, "BLACK", "RED", "YELLOW", "BLUE", "GREEN");
  private static final Coding PUBLIC_CREDIT_CLASSES =
      listed(true, "poor", "medium", "good", "excellent");
  private static final Coding SIZES = listed(true, names(SizeClass.values()));
  private static final Coding SUBJECT_TYPES = listed(false, names(SubjectType.values()));
  private static final Coding STATUSES = listed(false, names(EnterpriseStatus.values()));
  static final Coding SECTIONS = listed(false, names(Section.values()));
  private static final Coding INDUSTRIES = new Coding.Prefixes(4);
  private static final Coding DIVISIONS = new Coding.Prefixes(6);

  /** From 0, the value for an enterprise of which no tier is known. */
  static final Coding TECHNOLOGY_TIERS = tiers();

  private static final Map<String, Coding> OF_FEATURES =
      Map.of("tax_rating_class", TAX_RATINGS, "environmental_rating_class", ENVIRONMENTAL_RATINGS);

  static final List<Attribute> SCORE =
      List.of(
          score("score_points", "信用评分", "credit score points", Unit.NUMBER, NO_CODES),
          score("grade", "信用等级", "credit grade", Unit.CLASS, GRADES),
          score("stars", "信用星级", "credit stars", Unit.CLASS, STARS),
          score("probability_of_default", "违约概率", "probability of default", Unit.RATIO, NO_CODES));

  static final List<Attribute> PROFILE =
      List.of(
          profile("subject_type", "主体类型", "type of subject", CODE, SUBJECT_TYPES),
          profile("registration_status", "登记状态", "state of registration", CODE, STATUSES),
          profile("industry_section", "行业门类", "industry section", CODE, SECTIONS),
          profile("industry_code", "行业代码", "industry code", CODE, INDUSTRIES),
          profile("division_code", "行政区划代码", "division code", CODE, DIVISIONS),
          profile("size_class", "企业规模", "size class", CODE, SIZES),
          profile("founded_on", "成立日期", "day of foundation", DATE, NO_CODES));

  static final List<Attribute> DECLARED =
      List.of(
          declared("other_lenders_count", "其他贷款机构数", "number of other lenders", Unit.COUNT),
          declared("debts_fen", "现有负债", "present debts", Unit.FEN),
          declared("debt_ratio", "资产负债率", "debt ratio", Unit.RATIO),
          declared(
              "loan_defaults_count_36m", "近36个月贷款违约次数", "loan defaults in 36 months", Unit.COUNT),
          declared("owner_age_years", "企业主年龄", "age of the owner", Unit.YEARS),
          flag("meter_in_own_name_flag", "电表户名与借款人一致", "electricity meter in own name"),
          flag("settlement_account_flag", "在贷款人开立结算账户", "settlement account with the lender"),
          flag("wages_paid_flag", "按时足额发放工资", "wages paid in full and on time"),
          flag("technology_white_list_flag", "在科技企业白名单", "on the technology white list"),
          flag("quality_white_list_flag", "在质量企业白名单", "on the quality white list"),
          flag("lender_white_list_flag", "在贷款人白名单", "on the lender's white list"),
          new Attribute(
              "public_credit_class",
              new Text("全国公共信用综合评价等级", "class in the national public-credit evaluation"),
              Unit.CLASS,
              CODE,
              Origin.DECLARED,
              MendsWithTime.NEVER,
              PUBLIC_CREDIT_CLASSES));

  private StandardAttributes() {}

  /** A feature as an attribute; its name tells a flag, as the catalogue of features has it. */
  static Attribute ofFeature(FeatureDefinition feature) {
    Coding coding = OF_FEATURES.getOrDefault(feature.name(), NO_CODES);
    Kind kind = coding != NO_CODES ? CODE : feature.name().endsWith("_flag") ? FLAG : NUMBER;
    Text title = kind == NUMBER ? title(feature) : withoutLegend(title(feature));
    return new Attribute(
        feature.name(), title, feature.unit(), kind, Origin.FEATURE, feature.mends(), coding);
  }

  private static Text title(FeatureDefinition feature) {
    return new Text(feature.titleZh(), feature.titleEn());
  }

  /** A title of flags and classes tells how they are numbered; words for people need not. */
  private static Text withoutLegend(Text title) {
    return new Text(
        LEGEND.matcher(title.zh()).replaceFirst(""), LEGEND.matcher(title.en()).replaceFirst(""));
  }

  private static Attribute score(String name, String zh, String en, Unit unit, Coding coding) {
    Kind kind = coding == NO_CODES ? NUMBER : CODE;
    return new Attribute(
        name, new Text(zh, en), unit, kind, Origin.SCORE, MendsWithTime.NEVER, coding);
  }

  private static Attribute profile(String name, String zh, String en, Kind kind, Coding coding) {
    // A day mends by the calendar, and its criterion tells when without looking ahead.
    MendsWithTime mends = kind == DATE ? MendsWithTime.AGES : MendsWithTime.NEVER;
    Unit unit = kind == DATE ? Unit.DAYS : Unit.CLASS;
    return new Attribute(name, new Text(zh, en), unit, kind, Origin.PROFILE, mends, coding);
  }

  private static Attribute declared(String name, String zh, String en, Unit unit) {
    return new Attribute(
        name, new Text(zh, en), unit, NUMBER, Origin.DECLARED, MendsWithTime.NEVER, NO_CODES);
  }

  private static Attribute flag(String name, String zh, String en) {
    return new Attribute(
        name, new Text(zh, en), Unit.NUMBER, FLAG, Origin.DECLARED, MendsWithTime.NEVER, NO_CODES);
  }

  /** Codes at 1, 2, 3 and on. */
  private static Coding listed(boolean ordered, String... codes) {
    Map<String, Integer> values = new LinkedHashMap<>();
    for (String code : codes) {
      values.put(code, values.size() + 1);
    }
    return new Coding.Listed(values, ordered);
  }

  private static String[] names(Enum<?>[] codes) {
    return Stream.of(codes).map(Enum::name).toArray(String[]::new);
  }

  private static Coding tiers() {
    Map<String, Integer> values = new LinkedHashMap<>();
    for (String code :
        List.of("noneKnown", "technologySme", "highTech", "specialisedNew", "littleGiant")) {
      values.put(code, values.size());
    }
    return new Coding.Listed(values, true);
  }
}
