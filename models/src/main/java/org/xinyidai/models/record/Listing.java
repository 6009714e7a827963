package org.xinyidai.models.record;

import java.time.LocalDate;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * A decision that puts a subject on a list or takes it off (名单认定与移出, D6).
 *
 * @param documentNumber of the decision that entered it; an exit names the same
 * @param legalBasis the law or regulation and article it stands on: a listing without one is
 *     refused, lest anyone be punished beyond the law (D7)
 * @param authority the office that decided
 */
public record Listing(
    Uscc uscc,
    LocalDate decidedOn,
    CreditListKind list,
    ListingAction action,
    String documentNumber,
    String legalBasis,
    String authority)
    implements SourceRecord {
  private static final int DECIDED_ON = 1;
  private static final int LIST = 2;
  private static final int ACTION = 3;
  private static final int DOCUMENT_NUMBER = 4;
  private static final int LEGAL_BASIS = 5;
  private static final int AUTHORITY = 6;

  /** 信用名单. */
  public static final Feed<Listing> FEED =
      Feed.declare("credit_list", 21, "信用名单")
          .from("名单认定单位", "红黑名单与严重失信主体名单的列入、移出及依据", "联合奖惩系统推送", Frequency.ON_EVENT)
          .columns(
              Column.USCC,
              Column.required("decidedOn", "决定日期", Kind.DAY, "列入日期", "移出日期"),
              Column.code("list", "名单", CreditListKind.values()).alsoCalled("名单类型", "名单名称"),
              Column.code("action", "事项", ListingAction.values()).alsoCalled("列入或移出"),
              Column.required("documentNumber", "认定文书号", Kind.TEXT, "决定书文号"),
              Column.required("legalBasis", "法律依据", Kind.TEXT, "认定依据"),
              Column.required("authority", "认定单位", Kind.TEXT, "列入机关"))
          .day(DECIDED_ON)
          .identity(LIST, ACTION, DOCUMENT_NUMBER)
          .reads(Listing::of);

  @Override
  public LocalDate day() {
    return decidedOn;
  }

  private static Listing of(Row row) {
    return new Listing(
        row.uscc(),
        row.day(DECIDED_ON),
        row.code(LIST, CreditListKind.ALL),
        row.code(ACTION, ListingAction.ALL),
        row.text(DOCUMENT_NUMBER),
        row.text(LEGAL_BASIS),
        row.text(AUTHORITY));
  }
}
