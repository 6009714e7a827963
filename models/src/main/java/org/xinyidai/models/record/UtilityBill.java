package org.xinyidai.models.record;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * A utility bill (用能缴费) of one meter account and month: electricity, water, gas or heat. The code
 * of the account holder must be resolved before (requirement C4).
 *
 * @param quantityMilli thousandths of kWh, cubic metres (water, gas) or GJ
 * @param paidOn null while nothing was paid; before the month where it is prepaid
 * @param arrearsFen owed past its due day (欠费)
 */
public record UtilityBill(
    Uscc uscc,
    YearMonth period,
    String accountNumber,
    long quantityMilli,
    long billedFen,
    LocalDate dueOn,
    @Nullable LocalDate paidOn,
    long arrearsFen)
    implements SourceRecord {
  private static final int PERIOD = 1;
  private static final int ACCOUNT_NUMBER = 2;
  private static final int QUANTITY = 3;
  private static final int BILLED = 4;
  private static final int DUE_ON = 5;
  private static final int PAID_ON = 6;
  private static final int ARREARS = 7;

  /** 用电缴费, in kWh. */
  public static final Feed<UtilityBill> ELECTRICITY =
      feed(
          Feed.declare("electricity", 6, "用电缴费"),
          "供电公司",
          Column.required("quantity", "用电量", Kind.MILLI, "用电量（千瓦时）", "电量", "用量"));

  /** 用水缴费, in cubic metres. */
  public static final Feed<UtilityBill> WATER =
      feed(
          Feed.declare("water", 7, "用水缴费"),
          "供水公司",
          Column.required("quantity", "用水量", Kind.MILLI, "用水量（立方米）", "水量", "用量"));

  /** 用气缴费, in cubic metres. */
  public static final Feed<UtilityBill> GAS =
      feed(
          Feed.declare("gas", 8, "用气缴费"),
          "燃气公司",
          Column.required("quantity", "用气量", Kind.MILLI, "用气量（立方米）", "气量", "用量"));

  /** 用热缴费, in GJ. */
  public static final Feed<UtilityBill> HEAT =
      feed(
          Feed.declare("heat", 9, "用热缴费"),
          "供热公司",
          Column.required("quantity", "用热量", Kind.MILLI, "用热量（吉焦）", "热量", "用量"));

  /** The last day of the month. */
  @Override
  public LocalDate day() {
    return period.atEndOfMonth();
  }

  private static Feed<UtilityBill> feed(
      FeedDeclaration declaration, String source, Column quantity) {
    return declaration
        .from(source, "各户号用量、应缴金额、缴费日期与欠费金额", "前置机文件交换", Frequency.MONTHLY)
        .columns(
            Column.USCC,
            Column.required("period", "账期", Kind.MONTH, "用能月份", "所属期"),
            Column.required("accountNumber", "户号", Kind.TEXT, "用户编号"),
            quantity,
            Column.required("billedYuan", "应缴金额", Kind.FEN, "账单金额"),
            Column.required("dueOn", "缴费期限", Kind.DAY),
            Column.optional("paidOn", "缴费日期", Kind.DAY),
            Column.required("arrearsYuan", "欠费金额", Kind.FEN, "欠费"))
        .day(PERIOD)
        .identity(ACCOUNT_NUMBER)
        .future(DUE_ON)
        .checks(Check.notBeforeMonth(DUE_ON, PERIOD))
        .reads(UtilityBill::of);
  }

  private static UtilityBill of(Row row) {
    return new UtilityBill(
        row.uscc(),
        row.month(PERIOD),
        row.text(ACCOUNT_NUMBER),
        row.number(QUANTITY),
        row.number(BILLED),
        row.day(DUE_ON),
        row.dayOrNull(PAID_ON),
        row.number(ARREARS));
  }
}
