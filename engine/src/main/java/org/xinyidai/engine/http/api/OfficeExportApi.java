package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.report.ArrowReport;
import org.xinyidai.connectors.report.ReportFiles;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.engine.filing.ExportTables;
import org.xinyidai.engine.filing.Office;
import org.xinyidai.engine.filing.OfficeExport;
import org.xinyidai.engine.filing.OfficeExport.Content;
import org.xinyidai.engine.filing.OfficeExports;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.supervision.FunnelTable;
import org.xinyidai.engine.supervision.MarketFunnel;
import org.xinyidai.models.subject.Region;
import org.xinyidai.models.uptake.Assessment;

/** The office takes data out, with a purpose (主管部门数据导出). */
final class OfficeExportApi {
  private static final String PATH = "/office-exports";
  private static final int LONGEST_PURPOSE = 200;

  private final Backend backend;
  private final Office office;
  private final int maxBytes;
  private final Workers workers;

  /** {@code pack} is wanted for indicators; {@code named} is for the city's office alone. */
  record ExportToPost(
      @Nullable String content,
      @Nullable String purpose,
      @Nullable String pack,
      @Nullable LocalDate asOf,
      @Nullable Boolean named) {}

  record ExportList(List<OfficeExport> exports) {}

  /** What was asked for, in order. */
  private record Asked(
      Content content, String purpose, String pack, LocalDate asOf, boolean named) {}

  OfficeExportApi(Backend backend, int maxBytes, Workers workers) {
    this.backend = backend;
    this.office = backend.office();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(Operation.POST_OFFICE_EXPORT, PATH, Intake.json(maxBytes), this::export)
            .producing(MediaTypes.CSV, MediaTypes.ARROW_STREAM),
        Endpoint.get(Operation.LIST_OFFICE_EXPORTS, PATH, this::list));
  }

  private Future<Answer> list(Call call) {
    Access access = call.access();
    return workers.run(
        () ->
            Answer.json(
                new ExportList(
                    office.exports().all().stream()
                        .filter(one -> access.covers(one.office()))
                        .toList())));
  }

  private Future<Answer> export(Call call) {
    Access access = call.access();
    Asked asked = asked(call.json(ExportToPost.class), access);
    String wanted = call.wantedType();
    return workers.run(
        () -> {
          OfficeExports.Draft draft = draft(asked, access);
          Command<Answer> change =
              changes ->
                  file(office.exports().put(changes, draft, access.account()), draft, wanted);
          Command<Answer> once = OncePerKey.of(call, Operation.POST_OFFICE_EXPORT, change);
          return backend.platform().store().execute(once);
        });
  }

  private Asked asked(ExportToPost posted, Access access) {
    Content content =
        Content.ofCode(posted.content() == null ? "" : posted.content())
            .orElseThrow(
                () ->
                    invalid(
                        "content",
                        "须为 funnel、indicators 或 applications",
                        "funnel, indicators or applications"));
    String purpose = posted.purpose() == null ? "" : posted.purpose().strip();
    if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
      throw invalid(
          "purpose",
          "请说明用途，1至" + LONGEST_PURPOSE + "字",
          "say what for, 1 to " + LONGEST_PURPOSE + " characters");
    }
    boolean named = Boolean.TRUE.equals(posted.named());
    if (named && (content != Content.APPLICATIONS || access.reach() != Reach.ALL)) {
      throw invalid(
          "named",
          "仅市级主管部门导出融资申请时可列明企业",
          "only the city's office names enterprises, and in applications alone");
    }
    LocalDate asOf = posted.asOf() == null ? backend.loans().today() : posted.asOf();
    return new Asked(content, purpose, posted.pack() == null ? "" : posted.pack(), asOf, named);
  }

  private OfficeExports.Draft draft(Asked asked, Access access) {
    String id = office.exports().newId();
    @Nullable Region district =
        access.reach() == Reach.DISTRICT ? new Region(access.account().seat().division()) : null;
    ExportTables.Named named =
        switch (asked.content()) {
          case FUNNEL ->
              unnamed(
                  FunnelTable.of(
                      office.funnel().of(asked.asOf(), new MarketFunnel.Scope(district, ""))));
          case INDICATORS -> unnamed(ExportTables.indicators(assessment(asked, access)));
          case APPLICATIONS ->
              ExportTables.applications(backend.loans(), asked.asOf(), district, asked.named(), id);
        };
    if (named.subjects().size() > OfficeExports.MOST_NAMED) {
      throw invalid(
          "named",
          "列明企业的导出每次不超过" + OfficeExports.MOST_NAMED + "户，请缩短期间",
          "an export names at most %d enterprises: ask for less"
              .formatted(OfficeExports.MOST_NAMED));
    }
    if (named.table().rows().size() > ExportTables.MOST_ROWS) {
      throw invalid(
          "asOf",
          "每次导出不超过" + ExportTables.MOST_ROWS + "行，请改用较早的截至日，或按区县导出",
          "an export has at most %d rows: ask for an earlier day"
              .formatted(ExportTables.MOST_ROWS));
    }
    return new OfficeExports.Draft(
        id, asked.content(), asked.asOf(), asked.purpose(), named.table(), named.subjects());
  }

  private Assessment assessment(Asked asked, Access access) {
    return office
        .reports()
        .assessments()
        .pack(asked.pack())
        .map(
            pack ->
                office
                    .reports()
                    .assessments()
                    .assess(pack, asked.asOf(), OfficeReportApi.district(access)))
        .orElseThrow(() -> invalid("pack", "没有该考核方案", "there is no such pack of targets"));
  }

  private static ExportTables.Named unnamed(ReportTable table) {
    return new ExportTables.Named(table, List.of());
  }

  private static Answer file(OfficeExport export, OfficeExports.Draft draft, String wanted) {
    ReportTable table = OfficeExports.marked(draft.table(), export);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean csv = wanted.equals(MediaTypes.CSV);
    try {
      if (csv) {
        ReportFiles.csv(table, bytes);
      } else {
        ArrowReport.write(table, export.watermark(), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a file in memory cannot be written", e);
    }
    String name = export.what() + "-" + export.id() + (csv ? ".csv" : ".arrows");
    return Answer.again(
        201,
        csv ? wanted + "; charset=utf-8" : wanted,
        Map.of(
            "Location",
            Endpoint.BASE + PATH,
            "Content-Disposition",
            "attachment; filename=\"" + name + "\""),
        Buffer.buffer(bytes.toByteArray()));
  }
}
