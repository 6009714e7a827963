package org.xinyidai.engine.lenderreport;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.lenderreport.LineAnswer.Result;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.report.Difference;
import org.xinyidai.models.financing.report.LineCheck;
import org.xinyidai.models.financing.report.LineFault;
import org.xinyidai.models.financing.report.LineFault.Reason;
import org.xinyidai.models.financing.report.ReportField;
import org.xinyidai.models.financing.report.ReportedLoan;

/**
 * Takes in batches and monthly files (报送受理台). Each line is one write of its own, so that one that
 * the workflow refuses takes no other with it; a batch that breaks off is sent again, and what was
 * taken is known by the lines' own numbers.
 */
public final class ReportDesk {
  /** Answers that lie together. */
  private static final int CHUNK = 500;

  /** Names of left-out applications that a batch keeps; all of them are tasks. */
  private static final int MOST_NAMED = 1_000;

  private final Store store;
  private final CaseBook<ReportBatch> batches;
  private final LineDesk lines;
  private final DifferenceDesk differences;
  private final MonthlyBook monthly;

  ReportDesk(
      Store store,
      CaseBook<ReportBatch> batches,
      LineDesk lines,
      DifferenceDesk differences,
      MonthlyBook monthly) {
    this.store = store;
    this.batches = batches;
    this.lines = lines;
    this.differences = differences;
    this.monthly = monthly;
  }

  /** A batch and the answers to its lines, in their order. */
  public record Taken(ReportBatch batch, List<LineAnswer> answers) {}

  /** Takes a batch in; durable line by line. */
  public Taken take(Incoming incoming) {
    List<LineAnswer> answers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Incoming.Line line : incoming.lines()) {
      answers.add(take(incoming, line, seen));
    }
    YearMonth month = incoming.month();
    List<Application> missing =
        month == null ? List.of() : monthly.leftOut(incoming.lender(), month, named(answers));
    for (Application one : missing) {
      store.execute(changes -> leftOut(changes, incoming, one));
    }
    ReportBatch batch = store.execute(changes -> keep(changes, incoming, answers, missing));
    return new Taken(batch, answers);
  }

  private List<LineAnswer> answers(ReportBatch batch, int chunk) {
    return batches
        .file(batch.id(), chunk)
        .map(bytes -> List.of(StoredJson.read(bytes, LineAnswer[].class)))
        .orElse(List.of());
  }

  /** All answers of a batch, in the order of its lines. */
  public List<LineAnswer> answers(ReportBatch batch) {
    List<LineAnswer> all = new ArrayList<>();
    for (int chunk = 0; chunk * CHUNK < batch.lines(); chunk++) {
      all.addAll(answers(batch, chunk));
    }
    return all;
  }

  private LineAnswer take(Incoming incoming, Incoming.Line line, Set<String> seen) {
    String number = line.texts().getOrDefault(ReportField.LINE, "");
    LineCheck.Checked checked = LineCheck.check(line.texts(), incoming.units());
    List<LineFault> faults = new ArrayList<>(checked.faults());
    if (!line.fits()) {
      faults.add(0, new LineFault(ReportField.LINE, Reason.WIDTH));
    }
    ReportedLoan loan = checked.loan();
    if (loan != null && !seen.add(loan.line())) {
      faults.add(new LineFault(ReportField.LINE, Reason.LINE_TWICE));
    }
    return loan == null || !faults.isEmpty()
        ? LineAnswer.rejected(line.row(), shortened(number), faults)
        : lines.take(new LineDesk.Sent(incoming.lender(), incoming.id(), line.row(), loan));
  }

  private static String shortened(String number) {
    return number.length() > 64 ? number.substring(0, 64) : number;
  }

  private static Set<String> named(List<LineAnswer> answers) {
    Set<String> named = new HashSet<>();
    answers.forEach(answer -> Optional.ofNullable(answer.application()).ifPresent(named::add));
    return named;
  }

  private Application leftOut(Changes changes, Incoming incoming, Application one) {
    String contract = one.contract() == null ? "" : one.contract().number();
    Difference difference =
        new Difference(
            Difference.Kind.LEFT_OUT,
            ReportField.LINE,
            contract + " " + one.loan().balanceFen(),
            String.valueOf(incoming.month()));
    DifferenceDesk.Place place =
        new DifferenceDesk.Place(
            incoming.lender(),
            one.filing().uscc().value(),
            one.id().value(),
            contract,
            incoming.id());
    differences.settle(changes, place, List.of(difference), Set.of());
    return one;
  }

  private ReportBatch keep(
      Changes changes, Incoming incoming, List<LineAnswer> answers, List<Application> missing) {
    Map<Result, Integer> counts = new EnumMap<>(Result.class);
    for (Result result : Result.values()) {
      counts.put(result, 0);
    }
    answers.forEach(answer -> counts.merge(answer.result(), 1, Integer::sum));
    for (int from = 0; from < answers.size(); from += CHUNK) {
      List<LineAnswer> chunk = answers.subList(from, Math.min(from + CHUNK, answers.size()));
      batches.file(
          changes, incoming.id(), from / CHUNK, StoredJson.write(chunk.toArray(LineAnswer[]::new)));
    }
    YearMonth month = incoming.month();
    ReportBatch batch =
        new ReportBatch(
            incoming.id(),
            incoming.lender(),
            incoming.channel(),
            month,
            incoming.by(),
            batches
                .find(changes, incoming.id())
                .map(ReportBatch::openedAt)
                .orElse(changes.instant()),
            answers.size(),
            counts,
            incoming.ignoredColumns(),
            missing.stream().limit(MOST_NAMED).map(one -> one.id().value()).toList(),
            missing.size());
    if (month != null) {
      monthly.filed(changes, incoming.lender(), month, batch.id());
    }
    return batches.put(changes, batch);
  }
}
