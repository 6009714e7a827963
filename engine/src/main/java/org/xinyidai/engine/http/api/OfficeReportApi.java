package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.report.Cell;
import org.xinyidai.connectors.report.ReportSheet;
import org.xinyidai.engine.filing.FileForm;
import org.xinyidai.engine.filing.ReportContent;
import org.xinyidai.engine.filing.ReportFile;
import org.xinyidai.engine.filing.ReportSheets;
import org.xinyidai.engine.filing.ReportSubject;
import org.xinyidai.engine.filing.Tongue;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.models.calendar.FilingPeriod;
import org.xinyidai.models.uptake.TargetPack;

/** The report of a period, to look at and as a file (报表), C6 and G4. */
final class OfficeReportApi {
  private final Backend backend;
  private final Workers workers;

  /** A report; the sheets are those of its files. */
  record Report(
      String pack,
      String packZh,
      String period,
      LocalDate asOf,
      boolean simulated,
      List<PackName> packs,
      List<Sheet> sheets) {}

  record PackName(String id, String zh, String en) {}

  record Sheet(String title, List<String> columns, List<List<CellView>> rows) {
    static Sheet of(ReportSheet sheet) {
      return new Sheet(
          sheet.title(),
          sheet.columns(),
          sheet.rows().stream().map(row -> row.stream().map(CellView::of).toList()).toList());
    }
  }

  /**
   * A cell.
   *
   * @param number null where it is text
   */
  record CellView(String shown, @Nullable BigDecimal number) {
    static CellView of(Cell cell) {
      return new CellView(cell.shown(), cell.number());
    }
  }

  OfficeReportApi(Backend backend, Workers workers) {
    this.backend = backend;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_OFFICE_REPORT, "/office-reports/{pack}", this::report)
            .withQuery("asOf", "kind", "form", "language")
            .producing(MediaTypes.JSON, MediaTypes.XLSX, MediaTypes.PDF));
  }

  private Future<Answer> report(Call call) {
    TargetPack pack = pack(backend, call.path("pack"));
    LocalDate asOf = call.day("asOf").orElse(backend.usualDay());
    FilingPeriod period = FilingPeriod.of(kind(call.query("kind").orElse("month")), asOf);
    Access access = call.access();
    ReportSubject subject =
        new ReportSubject(pack, period, asOf, access.account().organisation(), district(access));
    Tongue tongue = call.oneOf("language", Tongue.values()).orElse(Tongue.ZH);
    Optional<FileForm> form = form(call);
    return workers.run(
        () -> {
          boolean simulated = backend.installation().simulated();
          ReportContent content = backend.office().reports().content(subject, simulated, "");
          return form.map(one -> file(content, one, tongue)).orElseGet(() -> view(content, tongue));
        });
  }

  private Answer view(ReportContent content, Tongue tongue) {
    ReportSubject subject = content.subject();
    return Answer.json(
        new Report(
            subject.pack().id(),
            subject.pack().name().zh(),
            subject.period().code(),
            subject.asOf(),
            content.simulated(),
            backend.office().reports().assessments().packs().stream()
                .map(pack -> new PackName(pack.id(), pack.name().zh(), pack.name().en()))
                .toList(),
            ReportSheets.of(content, tongue).stream().map(Sheet::of).toList()));
  }

  private static Answer file(ReportContent content, FileForm form, Tongue tongue) {
    return Answer.file(
        mediaType(form),
        ReportFile.name(content.subject(), form),
        ReportFile.of(content, form, tongue));
  }

  static String mediaType(FileForm form) {
    return form == FileForm.XLSX ? MediaTypes.XLSX : MediaTypes.PDF;
  }

  /** A link cannot say what it accepts, so the query may. */
  private static Optional<FileForm> form(Call call) {
    Optional<FileForm> asked = call.oneOf("form", FileForm.values());
    return asked.or(
        () ->
            switch (call.wantedType()) {
              case MediaTypes.XLSX -> Optional.of(FileForm.XLSX);
              case MediaTypes.PDF -> Optional.of(FileForm.PDF);
              default -> Optional.empty();
            });
  }

  static FilingPeriod.Kind kind(String code) {
    return FilingPeriod.Kind.ofCode(code)
        .orElseThrow(
            () ->
                Refusal.of(
                        ProblemType.INVALID_PARAMETER,
                        "须为 month、quarter 或 year",
                        "month, quarter or year")
                    .at("kind"));
  }

  static TargetPack pack(Backend backend, String id) {
    return backend
        .office()
        .reports()
        .assessments()
        .pack(id)
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("pack"));
  }

  /** The digits by which the codes of the caller's district begin; empty for the city. */
  static String district(Access access) {
    return access.reach() == Reach.DISTRICT
        ? access.account().seat().division().replaceFirst("(00)+$", "")
        : "";
  }
}
