package org.xinyidai.models.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.subject.Uscc;

/**
 * An administrative penalty (行政处罚), due within seven working days of the decision (C7).
 *
 * @param legalBasis the article it stands on; a negative fact without one may not count (D7)
 * @param fineFen 0 where there is no fine
 * @param repairedOn day of credit repair (信用修复), null while there is none
 */
public record Penalty(
    Uscc uscc,
    LocalDate decidedOn,
    String documentNumber,
    PenaltyKind kind,
    PenaltySeverity severity,
    String legalBasis,
    long fineFen,
    @Nullable LocalDate repairedOn)
    implements SourceRecord {
  private static final int DECIDED_ON = 1;
  private static final int DOCUMENT_NUMBER = 2;
  private static final int KIND = 3;
  private static final int SEVERITY = 4;
  private static final int LEGAL_BASIS = 5;
  private static final int FINE = 6;
  private static final int REPAIRED_ON = 7;

  /** 行政处罚. */
  public static final Feed<Penalty> FEED =
      Feed.declare("penalty", 14, "行政处罚")
          .from("行政执法机关", "双公示行政处罚决定与信用修复", "双公示系统报送", Frequency.ON_EVENT)
          .columns(
              Column.USCC,
              Column.required("decidedOn", "处罚决定日期", Kind.DAY, "决定日期"),
              Column.required("documentNumber", "处罚决定书文号", Kind.TEXT, "决定书文号"),
              Column.code("kind", "处罚类别", PenaltyKind.values()),
              Column.code("severity", "失信程度", PenaltySeverity.values()),
              Column.required("legalBasis", "处罚依据", Kind.TEXT),
              Column.optional("fineYuan", "罚款金额", Kind.FEN),
              Column.optional("repairedOn", "信用修复日期", Kind.DAY, "修复日期"))
          .day(DECIDED_ON)
          .identity(DOCUMENT_NUMBER)
          .checks(Check.notBefore(REPAIRED_ON, DECIDED_ON))
          .reads(Penalty::of);

  @Override
  public LocalDate day() {
    return decidedOn;
  }

  private static Penalty of(Row row) {
    return new Penalty(
        row.uscc(),
        row.day(DECIDED_ON),
        row.text(DOCUMENT_NUMBER),
        row.code(KIND, PenaltyKind.ALL),
        row.code(SEVERITY, PenaltySeverity.ALL),
        row.text(LEGAL_BASIS),
        row.numberOr(FINE, 0),
        row.dayOrNull(REPAIRED_ON));
  }
}
