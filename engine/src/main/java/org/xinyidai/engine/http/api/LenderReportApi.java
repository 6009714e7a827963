package org.xinyidai.engine.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.http.api.LenderReportView.LinePosted;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.lenderreport.Channel;
import org.xinyidai.engine.lenderreport.Incoming;
import org.xinyidai.engine.lenderreport.LenderReports;
import org.xinyidai.engine.lenderreport.LineAnswer.Result;
import org.xinyidai.engine.lenderreport.ReportBatch;
import org.xinyidai.engine.lenderreport.ReportDesk.Taken;
import org.xinyidai.engine.lenderreport.ReportFile;

/** Reports of lenders: batches, monthly files and what came of them (机构报送). Requirement B12. */
final class LenderReportApi {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private static final int ID_DIGITS = 24;

  private final Backend backend;
  private final LenderReports reports;
  private final BodyLimits bodies;
  private final Workers workers;

  /** A batch of an API. */
  record Posted(@Nullable List<@Nullable LinePosted> lines) {}

  LenderReportApi(Backend backend, LenderReports reports, BodyLimits bodies, Workers workers) {
    this.backend = backend;
    this.reports = reports;
    this.bodies = bodies;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake files =
        new Intake(
            List.of(MediaTypes.CSV, MediaTypes.XLSX),
            Math.min(ReportFile.MAX_BYTES, bodies.recordsBytes()),
            false);
    return List.of(
        Endpoint.post(
            Operation.POST_LENDER_REPORT,
            "/lender-reports",
            Intake.json(bodies.jsonBytes()),
            this::post),
        Endpoint.post(Operation.POST_LENDER_FILE, "/lender-reports/files", files, this::file)
            .withQuery("month"),
        Endpoint.get(Operation.LIST_LENDER_REPORTS, "/lender-reports", this::list)
            .withQuery("lender", "month", "after", "limit"),
        Endpoint.get(Operation.GET_LENDER_TEMPLATE, "/lender-reports/template", this::template)
            .producing(MediaTypes.CSV, MediaTypes.XLSX),
        Endpoint.get(Operation.LIST_MONTHLY_DUTIES, "/lender-reports/duties", this::duties)
            .withQuery("month"),
        Endpoint.get(Operation.GET_LENDER_REPORT, "/lender-reports/{id}", this::report)
            .withQuery("result"));
  }

  private Future<Answer> post(Call call) {
    List<@Nullable LinePosted> posted =
        Optional.ofNullable(call.json(Posted.class).lines()).orElse(List.of());
    if (posted.isEmpty() || posted.size() > Incoming.MOST_LINES) {
      throw Refusal.invalid(
          "lines",
          "每批1至" + Incoming.MOST_LINES + "行，更多请用月报文件",
          "1 to " + Incoming.MOST_LINES + " lines a batch; more goes in a file");
    }
    List<Incoming.Line> lines = new ArrayList<>();
    for (LinePosted line : posted) {
      LinePosted given = line == null ? LinePosted.NOTHING : line;
      lines.add(new Incoming.Line(lines.size() + 1L, given.texts(), true));
    }
    Account account = call.access().account();
    return take(
        new Incoming(
            id(call), account.organisation(), Channel.API, null, account.id(), lines, List.of()));
  }

  private Future<Answer> file(Call call) {
    YearMonth month =
        call.month("month")
            .orElseThrow(
                () ->
                    Refusal.of(
                            ProblemType.INVALID_PARAMETER,
                            "请填写报送月份 month=YYYY-MM",
                            "Say which month the file is for: month=YYYY-MM")
                        .at("month"));
    if (month.isAfter(YearMonth.from(backend.loans().today()))) {
      throw Refusal.of(ProblemType.INVALID_PARAMETER, "报送月份不能晚于本月", "The month lies in the future")
          .at("month");
    }
    byte[] bytes = call.body().getBytes();
    Account account = call.access().account();
    String id = id(call);
    return workers
        .run(() -> content(bytes))
        .compose(
            content ->
                take(
                    new Incoming(
                        id,
                        account.organisation(),
                        content.workbook() ? Channel.XLSX : Channel.CSV,
                        month,
                        account.id(),
                        content.lines(),
                        content.ignored())));
  }

  private Future<Answer> take(Incoming incoming) {
    return workers.run(
        () -> {
          Taken taken = reports.desk().take(incoming);
          return Answer.created(
              "/lender-reports/" + taken.batch().id(),
              LenderReportView.of(taken.batch(), taken.answers()));
        });
  }

  private static ReportFile.Content content(byte[] bytes) {
    try {
      return ReportFile.read(bytes);
    } catch (UnreadableFile e) {
      String why = String.valueOf(e.getMessage());
      throw Refusal.of(ProblemType.INVALID_VALUE, "文件无法读取：" + why, why).at("body");
    }
  }

  /** The same for a request that is sent again under its key, so that a crash makes no second. */
  private static String id(Call call) {
    String key = IdempotencyKey.required(call);
    String body = Sm3.of(call.body().getBytes());
    String whole = String.join("\0", call.access().account().organisation(), key, body);
    return "b-" + Sm3.of(whole.getBytes(UTF_8)).substring(0, ID_DIGITS);
  }

  private Future<Answer> list(Call call) {
    Access access = call.access();
    Optional<String> lender = call.query("lender");
    Optional<YearMonth> month = call.month("month");
    Predicate<ReportBatch> filter =
        batch ->
            access.covers(batch.lender())
                && lender.map(batch.lender()::equals).orElse(true)
                && month.map(one -> one.equals(batch.month())).orElse(true);
    String after = call.query("after").orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          CaseBook.Page<ReportBatch> page =
              access.reach() == Reach.ALL
                  ? reports.batches().page(filter, after, limit)
                  : reports.batches().page(access.account().organisation(), filter, after, limit);
          return Answer.json(LenderReportView.Listed.of(page));
        });
  }

  private Future<Answer> report(Call call) {
    String id = call.path("id");
    Access access = call.access();
    Optional<Result> result = call.oneOf("result", Result.values());
    return workers.run(
        () -> {
          ReportBatch batch =
              reports
                  .batch(id)
                  .filter(one -> access.covers(one.lender()))
                  .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
          return Answer.json(
              LenderReportView.of(
                  batch,
                  reports.desk().answers(batch).stream()
                      .filter(one -> result.map(one.result()::equals).orElse(true))
                      .toList()));
        });
  }

  private Future<Answer> template(Call call) {
    boolean workbook = call.wantedType().equals(MediaTypes.XLSX);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ReportFile.template(bytes, workbook);
    } catch (IOException e) {
      throw new UncheckedIOException("a template in memory cannot be written", e);
    }
    String name = "lender-report" + (workbook ? ".xlsx" : ".csv");
    String type = workbook ? MediaTypes.XLSX : MediaTypes.CSV + "; charset=utf-8";
    return Future.succeededFuture(Answer.file(type, name, bytes.toByteArray()));
  }

  private Future<Answer> duties(Call call) {
    YearMonth month =
        call.month("month").orElse(YearMonth.from(backend.loans().today()).minusMonths(1));
    Access access = call.access();
    return workers.run(
        () ->
            Answer.json(
                LenderReportView.Duties.of(
                    month,
                    reports.monthly().duties(month, backend.loans().calendar()).stream()
                        .filter(duty -> access.covers(duty.lender()))
                        .toList(),
                    backend.loans().today())));
  }
}
