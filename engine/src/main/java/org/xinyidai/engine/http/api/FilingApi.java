package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.filing.Duty;
import org.xinyidai.engine.filing.FileForm;
import org.xinyidai.engine.filing.Filing;
import org.xinyidai.engine.filing.FilingDesk;
import org.xinyidai.engine.filing.Filings;
import org.xinyidai.engine.filing.Office;
import org.xinyidai.engine.filing.ReportSubject;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.calendar.FilingPeriod;
import org.xinyidai.models.uptake.TargetPack;

/** Reports that are due, filed and checked (报送), G3. */
final class FilingApi {
  private static final String PATH = "/filings";
  private static final int LONGEST_REASON = 200;

  /** Some times a report of a large city. */
  private static final int MAX_FILE_BYTES = 16 << 20;

  private final Backend backend;
  private final Office office;
  private final int maxBytes;
  private final Workers workers;

  /** {@code knownTo} is the last day that the working calendar answers for. */
  record Calendar(LocalDate today, LocalDate knownTo, List<FilingView.Due> reports) {}

  /** {@code until} null means that it goes on. */
  record DutyToPost(
      @Nullable String pack,
      @Nullable String kind,
      @Nullable String since,
      @Nullable String until) {}

  /** {@code asOf} null means the last day of the period; a reason is wanted for a correction. */
  record FilingToPost(
      @Nullable String pack,
      @Nullable String period,
      @Nullable LocalDate asOf,
      @Nullable String reason) {}

  record FilingList(List<FilingView> filings) {}

  record Checkup(boolean genuine, String finding, String findingZh, @Nullable FilingView filing) {}

  FilingApi(Backend backend, int maxBytes, Workers workers) {
    this.backend = backend;
    this.office = backend.office();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.get(Operation.GET_FILING_CALENDAR, "/filing-calendar", this::calendar),
        Endpoint.post(Operation.POST_FILING_DUTY, "/filing-duties", json, this::owe),
        Endpoint.post(Operation.POST_FILING, PATH, json, this::file),
        Endpoint.get(Operation.LIST_FILINGS, PATH, this::list).withQuery("pack", "period"),
        Endpoint.get(Operation.GET_FILING, PATH + "/{id}", this::one),
        Endpoint.get(Operation.GET_FILING_FILE, PATH + "/{id}/file", this::download)
            .withQuery("form")
            .producing(MediaTypes.XLSX, MediaTypes.PDF),
        Endpoint.post(
            Operation.CHECK_FILING, "/filing-checks", Intake.report(MAX_FILE_BYTES), this::check));
  }

  private Future<Answer> calendar(Call call) {
    LocalDate today = backend.loans().today();
    return workers.run(
        () ->
            Answer.json(
                new Calendar(
                    today,
                    office.calendar().days().knownTo(),
                    office.calendar().entries(today).stream().map(FilingView.Due::of).toList())));
  }

  private Future<Answer> owe(Call call) {
    DutyToPost posted = call.json(DutyToPost.class);
    String pack = pack(posted.pack()).id();
    FilingPeriod.Kind kind = OfficeReportApi.kind(posted.kind() == null ? "" : posted.kind());
    FilingPeriod since = period("since", posted.since(), kind);
    @Nullable String until =
        posted.until() == null ? null : period("until", posted.until(), kind).code();
    String by = call.access().account().id();
    return workers.run(
        () -> {
          Command<Answer> change =
              changes ->
                  Answer.json(
                      office
                          .duties()
                          .put(
                              changes,
                              new Duty(
                                  pack, kind.code(), since.code(), until, by, changes.instant())));
          return execute(call, Operation.POST_FILING_DUTY, change);
        });
  }

  private Future<Answer> file(Call call) {
    FilingToPost posted = call.json(FilingToPost.class);
    TargetPack pack = pack(posted.pack());
    FilingPeriod period = period("period", posted.period(), null);
    LocalDate asOf = posted.asOf() == null ? period.lastDay() : posted.asOf();
    if (asOf.isBefore(period.firstDay()) || asOf.isAfter(period.lastDay())) {
      throw invalid("asOf", "截至日须在报送期内", "the day lies in the period");
    }
    Account account = call.access().account();
    ReportSubject subject = new ReportSubject(pack, period, asOf, account.organisation(), "");
    FilingDesk.Order order =
        new FilingDesk.Order(
            subject, account, backend.installation().simulated(), reason(posted.reason()));
    return workers.run(
        () ->
            refusing(
                () -> {
                  FilingDesk.Ready ready = office.desk().prepare(order, backend.loans().today());
                  return execute(
                      call,
                      Operation.POST_FILING,
                      changes -> {
                        Filing filed = office.desk().file(changes, ready);
                        return Answer.created(PATH + "/" + filed.id(), FilingView.of(filed));
                      });
                }));
  }

  private static String reason(@Nullable String posted) {
    String reason = posted == null ? "" : posted.strip();
    if (reason.length() > LONGEST_REASON) {
      throw invalid(
          "reason",
          "理由不超过" + LONGEST_REASON + "字",
          "a reason has at most " + LONGEST_REASON + " characters");
    }
    return reason;
  }

  private Future<Answer> list(Call call) {
    String pack = call.query("pack").orElse("");
    String period = call.query("period").orElse("");
    return workers.run(
        () ->
            Answer.json(
                new FilingList(
                    office.filings().all(pack).stream()
                        .filter(one -> period.isEmpty() || one.period().equals(period))
                        .map(FilingView::of)
                        .toList())));
  }

  private Future<Answer> one(Call call) {
    String id = call.path("id");
    return workers.run(() -> Answer.json(FilingView.of(find(id))));
  }

  private Future<Answer> download(Call call) {
    String id = call.path("id");
    FileForm form =
        call.oneOf("form", FileForm.values())
            .orElse(call.wantedType().equals(MediaTypes.PDF) ? FileForm.PDF : FileForm.XLSX);
    return workers.run(
        () -> {
          Filing filing = find(id);
          byte[] file =
              office
                  .filings()
                  .file(filing, form)
                  .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("form"));
          String name = filing.id() + "." + form.ending();
          return Answer.file(OfficeReportApi.mediaType(form), name, file);
        });
  }

  private Future<Answer> check(Call call) {
    Buffer body = call.body();
    return workers.run(
        () -> {
          Filings.Checked checked = office.filings().check(body.getBytes());
          return Answer.json(
              new Checkup(
                  checked.finding() == Filings.Finding.GENUINE,
                  checked.finding().code(),
                  checked.finding().titleZh(),
                  checked.filing().map(FilingView::of).orElse(null)));
        });
  }

  private Filing find(String id) {
    return office.filings().find(id).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }

  private Answer execute(Call call, Operation operation, Command<Answer> change) {
    return backend.platform().store().execute(OncePerKey.of(call, operation, change));
  }

  private static Answer refusing(Supplier<Answer> work) {
    try {
      return work.get();
    } catch (FilingDesk.Refused refused) {
      throw invalid(refused);
    }
  }

  private TargetPack pack(@Nullable String id) {
    return backend
        .office()
        .reports()
        .assessments()
        .pack(id == null ? "" : id)
        .orElseThrow(() -> invalid("pack", "没有该考核方案", "there is no such pack of targets"));
  }

  private static FilingPeriod period(
      String field, @Nullable String text, FilingPeriod.@Nullable Kind kind) {
    return FilingPeriod.parse(text == null ? "" : text)
        .filter(period -> kind == null || period.kind() == kind)
        .orElseThrow(
            () ->
                invalid(
                    field,
                    "报送期写作 2026-10、2026-Q4 或 2026",
                    "a period is written 2026-10, 2026-Q4 or 2026"));
  }
}
