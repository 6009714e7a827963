package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.lenderreport.LineAnswer;
import org.xinyidai.engine.lenderreport.MonthlyBook.Duty;
import org.xinyidai.engine.lenderreport.ReportBatch;
import org.xinyidai.models.financing.report.Difference;
import org.xinyidai.models.financing.report.LineFault;
import org.xinyidai.models.financing.report.ReportField;
import org.xinyidai.models.product.Text;

/** A batch of a lender with the answers to its lines (报送批次). */
record LenderReportView(Head batch, List<Line> lines) {
  /** The batch alone; {@code month} is null where it came by the API. */
  record Head(
      String id,
      String lender,
      String channel,
      @Nullable String month,
      String by,
      Instant at,
      int lines,
      Map<String, Integer> counts,
      List<String> ignoredColumns,
      List<String> leftOut,
      int leftOutCount) {
    static Head of(ReportBatch batch) {
      Map<String, Integer> counts = new TreeMap<>();
      batch.counts().forEach((result, count) -> counts.put(result.name(), count));
      return new Head(
          batch.id(),
          batch.lender(),
          batch.channel().name(),
          batch.month() == null ? null : batch.month().toString(),
          batch.by(),
          batch.openedAt(),
          batch.lines(),
          counts,
          batch.ignoredColumns(),
          batch.leftOut(),
          batch.leftOutCount());
    }
  }

  /** The answer to a line; {@code application} is null where it was held against none. */
  record Line(
      long row,
      String line,
      @Nullable String application,
      String result,
      String resultZh,
      List<String> steps,
      List<Differing> differences,
      List<Faulty> faults) {
    static Line of(LineAnswer answer) {
      return new Line(
          answer.row(),
          answer.line(),
          answer.application(),
          answer.result().name(),
          answer.result().titleZh(),
          answer.steps(),
          answer.differences().stream().map(Differing::of).toList(),
          answer.faults().stream().map(Faulty::of).toList());
    }
  }

  /** Where a line differs. */
  record Differing(String kind, String field, String platform, String reported, TextView text) {
    static Differing of(Difference difference) {
      return new Differing(
          difference.kind().name(),
          difference.field().code(),
          difference.platform(),
          difference.reported(),
          view(difference.words()));
    }
  }

  /** Why a line was sent back. */
  record Faulty(String field, String reason, TextView text) {
    static Faulty of(LineFault fault) {
      return new Faulty(fault.field().code(), fault.reason().name(), view(fault.words()));
    }
  }

  /** A page of batches, the newest first. */
  record Listed(List<Head> reports, @Nullable String next) {
    static Listed of(CaseBook.Page<ReportBatch> page) {
      return new Listed(page.entries().stream().map(Head::of).toList(), page.next());
    }
  }

  /** Who owes a month's file. */
  record Duties(String month, List<DutyView> lenders) {
    static Duties of(YearMonth month, List<Duty> duties, LocalDate today) {
      return new Duties(
          month.toString(), duties.stream().map(duty -> DutyView.of(duty, today)).toList());
    }
  }

  /** A lender's duty; {@code report} is null while no file came. */
  record DutyView(
      String lender, long loans, LocalDate dueOn, boolean missing, @Nullable String report) {
    static DutyView of(Duty duty, LocalDate today) {
      return new DutyView(
          duty.lender(), duty.loans(), duty.dueOn(), duty.missing(today), duty.batch());
    }
  }

  /** A line as it is posted: money in fen, rates in basis points. */
  record LinePosted(
      @Nullable String line,
      @Nullable String application,
      @Nullable String uscc,
      @Nullable String name,
      @Nullable String denialReason,
      @Nullable String grantNumber,
      @Nullable Long grantAmountFen,
      @Nullable Integer rateBp,
      @Nullable Integer termMonths,
      @Nullable String security,
      @Nullable Boolean firstLoan,
      @Nullable LocalDate validUntil,
      @Nullable String contractNumber,
      @Nullable LocalDate signedOn,
      @Nullable String drawDownNumber,
      @Nullable Long drawDownAmountFen,
      @Nullable LocalDate drawnOn,
      @Nullable LocalDate dueOn,
      @Nullable Long balanceFen,
      @Nullable LocalDate balanceOn,
      @Nullable Integer overdueDays,
      @Nullable Long overdueAmountFen,
      @Nullable LocalDate settledOn,
      @Nullable String note) {
    /** A line that says nothing, for a null in a list. */
    static final LinePosted NOTHING =
        new LinePosted(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null);

    /** What it says, by field. */
    Map<ReportField, String> texts() {
      List<ReportField> fields = List.of(ReportField.values());
      @Nullable Object[] values = {
        line,
        application,
        uscc,
        name,
        denialReason,
        grantNumber,
        grantAmountFen,
        rateBp,
        termMonths,
        security,
        firstLoan,
        validUntil,
        contractNumber,
        signedOn,
        drawDownNumber,
        drawDownAmountFen,
        drawnOn,
        dueOn,
        balanceFen,
        balanceOn,
        overdueDays,
        overdueAmountFen,
        settledOn,
        note
      };
      Map<ReportField, String> texts = new EnumMap<>(ReportField.class);
      for (int i = 0; i < values.length; i++) {
        String text = Objects.toString(values[i], "");
        if (!text.isEmpty()) {
          texts.put(fields.get(i), text);
        }
      }
      return texts;
    }
  }

  static LenderReportView of(ReportBatch batch, List<LineAnswer> answers) {
    return new LenderReportView(Head.of(batch), answers.stream().map(Line::of).toList());
  }

  static TextView view(Text text) {
    return new TextView(text.zh(), text.en());
  }
}
