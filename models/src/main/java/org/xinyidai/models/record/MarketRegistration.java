package org.xinyidai.models.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Industry;
import org.xinyidai.models.subject.Region;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

/**
 * What the register says of an enterprise from a day on (经营主体登记), and what changed that day.
 *
 * @param industryCode class of GB/T 4754, with or without its section letter
 * @param divisionCode six digits of GB/T 2260
 * @param capitalFen registered capital, null where there is none, as for sole traders
 * @param employees, revenueFen, assetsFen of the annual report (年报), null where not told
 * @param contact by which records without a code are told to be of this enterprise
 */
public record MarketRegistration(
    Uscc uscc,
    LocalDate recordedOn,
    RegistrationChange change,
    String name,
    LocalDate foundedOn,
    EnterpriseStatus status,
    String industryCode,
    String divisionCode,
    SubjectType subjectType,
    @Nullable Long capitalFen,
    @Nullable Long employees,
    @Nullable Long revenueFen,
    @Nullable Long assetsFen,
    Contact contact)
    implements SourceRecord {
  /**
   * Where an enterprise is and who stands for it (住所与负责人); each empty where not told.
   *
   * @param registrationNumber old number from before the unified code (原注册号)
   */
  public record Contact(
      String address, String legalRepresentative, String phone, String registrationNumber) {
    public static final Contact NONE = new Contact("", "", "", "");
  }

  private static final int RECORDED_ON = 1;
  private static final int CHANGE = 2;
  private static final int NAME = 3;
  private static final int FOUNDED_ON = 4;
  private static final int STATUS = 5;
  private static final int INDUSTRY_CODE = 6;
  private static final int DIVISION_CODE = 7;
  private static final int SUBJECT_TYPE = 8;
  private static final int CAPITAL = 9;
  private static final int EMPLOYEES = 10;
  private static final int REVENUE = 11;
  private static final int ASSETS = 12;
  private static final int ADDRESS = 13;
  private static final int LEGAL_REPRESENTATIVE = 14;
  private static final int PHONE = 15;
  private static final int REGISTRATION_NUMBER = 16;

  /** 经营主体登记. */
  public static final Feed<MarketRegistration> FEED =
      Feed.declare("market_registration", 12, "经营主体登记")
          .from("市场监督管理局", "登记、变更、状态与年报从业人数、营业收入、资产总额", "登记系统变更推送", Frequency.ON_EVENT)
          .columns(
              Column.USCC,
              Column.required("recordedOn", "登记日期", Kind.DAY, "变更日期", "核准日期"),
              Column.code("change", "登记事项", RegistrationChange.values()).alsoCalled("变更事项"),
              Column.required("name", "企业名称", Kind.TEXT, "名称", "主体名称"),
              Column.required("foundedOn", "成立日期", Kind.DAY),
              Column.code("status", "登记状态", EnterpriseStatus.values()).alsoCalled("经营状态"),
              Column.required("industryCode", "行业代码", Kind.TEXT, "国民经济行业代码"),
              Column.required("divisionCode", "行政区划代码", Kind.TEXT, "行政区划"),
              Column.code("subjectType", "主体类型", SubjectType.values()).alsoCalled("市场主体类型"),
              Column.optional("capitalYuan", "注册资本", Kind.FEN, "注册资本（元）"),
              Column.optional("employees", "从业人数", Kind.COUNT, "从业人员"),
              Column.optional("revenueYuan", "营业收入", Kind.FEN, "年营业收入"),
              Column.optional("assetsYuan", "资产总额", Kind.FEN),
              Column.optional("address", "住所", Kind.TEXT, "地址", "注册地址", "经营场所"),
              Column.optional("legalRepresentative", "法定代表人", Kind.TEXT, "负责人", "经营者"),
              Column.optional("phone", "联系电话", Kind.TEXT, "电话"),
              Column.optional("registrationNumber", "注册号", Kind.TEXT, "原注册号", "工商注册号"))
          .day(RECORDED_ON)
          .identity(CHANGE)
          .checks(
              Check.code(INDUSTRY_CODE, "GB/T 4754", code -> Industry.parse(code).isPresent()),
              Check.code(DIVISION_CODE, "GB/T 2260", Region::isWellFormed),
              Check.notBefore(RECORDED_ON, FOUNDED_ON))
          .reads(MarketRegistration::of);

  /** A registration that tells no contact. */
  public MarketRegistration(
      Uscc uscc,
      LocalDate recordedOn,
      RegistrationChange change,
      String name,
      LocalDate foundedOn,
      EnterpriseStatus status,
      String industryCode,
      String divisionCode,
      SubjectType subjectType,
      @Nullable Long capitalFen,
      @Nullable Long employees,
      @Nullable Long revenueFen,
      @Nullable Long assetsFen) {
    this(
        uscc,
        recordedOn,
        change,
        name,
        foundedOn,
        status,
        industryCode,
        divisionCode,
        subjectType,
        capitalFen,
        employees,
        revenueFen,
        assetsFen,
        Contact.NONE);
  }

  @Override
  public LocalDate day() {
    return recordedOn;
  }

  private static MarketRegistration of(Row row) {
    return new MarketRegistration(
        row.uscc(),
        row.day(RECORDED_ON),
        row.code(CHANGE, RegistrationChange.ALL),
        row.text(NAME),
        row.day(FOUNDED_ON),
        row.code(STATUS, EnterpriseStatus.ALL),
        row.text(INDUSTRY_CODE),
        row.text(DIVISION_CODE),
        row.code(SUBJECT_TYPE, SubjectType.ALL),
        row.numberOrNull(CAPITAL),
        row.numberOrNull(EMPLOYEES),
        row.numberOrNull(REVENUE),
        row.numberOrNull(ASSETS),
        new Contact(
            row.text(ADDRESS),
            row.text(LEGAL_REPRESENTATIVE),
            row.text(PHONE),
            row.text(REGISTRATION_NUMBER)));
  }
}
