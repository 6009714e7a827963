package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.ReadLimits;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.connectors.report.ReportFiles;
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
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.quality.FigureFile;
import org.xinyidai.engine.quality.Figures;
import org.xinyidai.engine.quality.QualityDesk;
import org.xinyidai.engine.quality.QualityDesk.Quality;
import org.xinyidai.engine.quality.QualityReport.Filter;
import org.xinyidai.engine.quality.QualityTables;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.Store;

/** The quality of a month, and the figures that the office enters for it (数据质量考核). C6 to C21. */
final class QualityApi {
  private static final int OK = 200;

  private final QualityDesk desk;
  private final Store store;
  private final BodyLimits bodies;
  private final Workers workers;

  /** What the office sends; a value of null takes the figure back. */
  record Entered(
      @Nullable String month,
      @Nullable String name,
      @Nullable String feed,
      @Nullable String source,
      @Nullable String district,
      @Nullable Long value,
      @Nullable String note) {
    FigureFile.Told told() {
      return new FigureFile.Told(
          text(month),
          text(name),
          text(feed),
          text(source),
          text(district),
          value == null ? "" : value.toString(),
          text(note));
    }

    private static String text(@Nullable String text) {
      return Objects.requireNonNullElse(text, "");
    }
  }

  QualityApi(Platform platform, BodyLimits bodies, Workers workers) {
    this.desk = platform.quality();
    this.store = platform.store();
    this.bodies = bodies;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake figures =
        new Intake(List.of(MediaTypes.JSON, MediaTypes.CSV), bodies.jsonBytes(), false);
    return List.of(
        Endpoint.get(Operation.GET_QUALITY, "/quality", this::quality)
            .withQuery("month", "feed", "source", "district")
            .producing(MediaTypes.JSON, MediaTypes.CSV, MediaTypes.XLSX),
        Endpoint.get(Operation.LIST_FIGURES, "/figures", this::figures).withQuery("month"),
        Endpoint.post(Operation.POST_FIGURES, "/figures", figures, this::enter));
  }

  private Future<Answer> quality(Call call) {
    YearMonth month = month(call);
    Access access = call.access();
    String source = call.query("source").orElse("");
    boolean own = access.reach() == Reach.OWN;
    if (own && !source.isEmpty() && !access.covers(source)) {
      throw Refusal.of(ProblemType.NOT_FOUND).at("source");
    }
    String district = call.query("district").orElse("");
    if (!district.matches("[0-9]{0,6}")) {
      throw Refusal.of(
              ProblemType.INVALID_PARAMETER, "行政区划代码为至多6位数字", "A district has at most six digits")
          .at("district");
    }
    Filter filter =
        new Filter(
            call.query("feed").orElse(""),
            own ? access.account().organisation() : source,
            district);
    String type = call.wantedType();
    return workers.run(() -> answer(desk.month(month, filter), type));
  }

  private static Answer answer(Quality quality, String type) {
    YearMonth month = quality.report().month();
    if (type.equals(MediaTypes.JSON)) {
      return Answer.json(QualityView.of(month, quality));
    }
    boolean csv = type.equals(MediaTypes.CSV);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (csv) {
        ReportFiles.csv(QualityTables.lines(quality.report()), bytes);
      } else {
        ReportFiles.xlsx(QualityTables.all(quality), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a report in memory cannot be written", e);
    }
    String name = "quality-" + month + (csv ? ".csv" : ".xlsx");
    return Answer.again(
        OK,
        csv ? MediaTypes.CSV + "; charset=utf-8" : type,
        Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""),
        Buffer.buffer(bytes.toByteArray()));
  }

  private Future<Answer> figures(Call call) {
    YearMonth month = month(call);
    return workers.run(
        () ->
            Answer.json(
                desk.figures().history(month).stream().map(QualityView.Figure::of).toList()));
  }

  private Future<Answer> enter(Call call) {
    List<Figures.Draft> drafts =
        call.bodyType().equals(MediaTypes.CSV)
            ? ofFile(call.body().getBytes())
            : List.of(ofJson(call.json(Entered.class)));
    String by = call.access().account().name();
    Command<Answer> change =
        changes ->
            Answer.json(
                desk.figures().enter(changes, drafts, by).stream()
                    .map(QualityView.Figure::of)
                    .toList());
    Command<Answer> once = OncePerKey.of(call, Operation.POST_FIGURES, change);
    return workers.run(() -> store.execute(once));
  }

  private static Figures.Draft ofJson(Entered entered) {
    FigureFile.Checked checked = FigureFile.check(entered.told());
    FigureFile.Fault fault = checked.fault();
    if (fault != null) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE, fault.field() + " " + fault.reason(), fault.field())
          .at(fault.field());
    }
    return Objects.requireNonNull(checked.draft());
  }

  private static List<Figures.Draft> ofFile(byte[] body) {
    try {
      return FigureFile.read(new ByteArrayInputStream(body), ReadLimits.DEFAULT);
    } catch (UnreadableFile e) {
      String why = String.valueOf(e.getMessage());
      throw Refusal.of(ProblemType.INVALID_VALUE, why, why).at("body");
    }
  }

  private YearMonth month(Call call) {
    return call.month("month").orElseGet(desk::thisMonth);
  }
}
