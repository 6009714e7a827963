package org.xinyidai.engine.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.connectors.sample.DatasetWriter;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Pages;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.LabelFile;
import org.xinyidai.engine.learning.TrainingSetFiles;
import org.xinyidai.engine.learning.TrainingSetFiles.Form;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.subject.Uscc;

/** Labels joined to features as they could be known then (训练集), for any learner. */
final class TrainingSetApi {
  private static final String PATH = "/training-sets";

  /** What one task joins in some minutes; xyd training-set takes more. */
  private static final int MOST_LABELS = 200_000;

  private static final int PAGE_BYTES = 1 << 18;

  private final Backend backend;
  private final Platform platform;
  private final TrainingSetFiles files;
  private final BodyLimits bodies;
  private final Workers workers;

  /** The body as JSON. */
  record LabelsToPost(@Nullable List<LabelToPost> labels) {}

  /** One outcome. */
  record LabelToPost(
      @Nullable String uscc, @Nullable LocalDate observedOn, @Nullable Boolean bad) {}

  TrainingSetApi(Backend backend, BodyLimits bodies, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.files = platform.trainingSets();
    this.bodies = bodies;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake labels =
        new Intake(List.of(MediaTypes.CSV, MediaTypes.JSON), bodies.recordsBytes(), false);
    return List.of(
        Endpoint.post(Operation.POST_TRAINING_SET, PATH, labels, this::post),
        Endpoint.get(Operation.GET_TRAINING_SET, PATH + "/{id}", this::get)
            .producing(MediaTypes.CSV, MediaTypes.ARROW_FILE));
  }

  private Future<Answer> post(Call call) {
    LocalDate today = ChinaTime.dayOf(backend.now());
    String type = call.bodyType();
    Buffer body = call.body();
    LabelsToPost posted =
        type.equals(MediaTypes.JSON) ? call.json(LabelsToPost.class) : new LabelsToPost(null);
    return workers.run(
        () -> {
          List<Label> labels = type.equals(MediaTypes.JSON) ? labels(posted) : labels(body);
          check(labels, today);
          return TaskView.start(
              platform.tasks(), TrainingSetFiles.id(labels), done -> write(labels, done));
        });
  }

  private String write(List<Label> labels, LongConsumer done) {
    try {
      Map<String, String> about = files.write(labels, done);
      return "训练集 %s 行，特征目录第 %s 版，%s；下载 %s%s/%s"
          .formatted(
              about.get(DatasetWriter.ROWS),
              about.get(DatasetWriter.SCHEMA_VERSION),
              about.get(DatasetWriter.DATA_DIGEST),
              Endpoint.BASE,
              PATH,
              TrainingSetFiles.id(labels));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Future<Answer> get(Call call) {
    String id = call.path("id");
    boolean arrow = call.wantedType().equals(MediaTypes.ARROW_FILE);
    Form form = arrow ? Form.ARROW : Form.CSV;
    return workers.run(
        () -> {
          if (files.length(id, form).isEmpty()) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("id");
          }
          return Answer.pages(
                  arrow ? MediaTypes.ARROW_FILE : MediaTypes.CSV + "; charset=utf-8",
                  new Download(id, form))
              .withHeader(
                  "Content-Disposition", "attachment; filename=\"" + id + form.suffix() + "\"");
        });
  }

  private static void check(List<Label> labels, LocalDate today) {
    if (labels.isEmpty() || labels.size() > MOST_LABELS) {
      throw invalid(
          "labels",
          "标签须为1至" + MOST_LABELS + "条；更多请用 xyd training-set",
          "1 to " + MOST_LABELS + " labels; xyd training-set takes more");
    }
    for (Label label : labels) {
      if (!label.observedOn().isBefore(today)) {
        throw invalid(
            "observedOn",
            label.observedOn() + " 尚未结束，观察日须早于今天",
            label.observedOn() + " has not ended; a day of observation lies before today");
      }
    }
  }

  private static List<Label> labels(Buffer csv) {
    try {
      return LabelFile.read("body", new StringReader(csv.toString(UTF_8)));
    } catch (UnreadableFile e) {
      throw invalid(
          "body", "标签无法读取：" + e.getMessage(), "The labels cannot be read: " + e.getMessage());
    }
  }

  private static List<Label> labels(LabelsToPost posted) {
    List<Label> labels = new ArrayList<>();
    for (LabelToPost one : Optional.ofNullable(posted.labels()).orElse(List.of())) {
      String at = "labels." + labels.size();
      if (one == null || one.uscc() == null || !Uscc.isWellFormed(one.uscc())) {
        throw invalid(at + ".uscc", "统一社会信用代码不正确", "not a unified social credit code");
      }
      if (one.observedOn() == null) {
        throw invalid(at + ".observedOn", "请填写观察日", "say which day is observed");
      }
      if (one.bad() == null) {
        throw invalid(at + ".bad", "请填写是否违约", "say whether it went bad");
      }
      labels.add(new Label(new Uscc(one.uscc()), one.observedOn(), one.bad()));
    }
    return labels;
  }

  /** A file part by part; nothing is held open between two parts. */
  private final class Download implements Pages {
    private final String id;
    private final Form form;
    private long from;

    Download(String id, Form form) {
      this.id = id;
      this.form = form;
    }

    @Override
    public Future<Buffer> next() {
      return workers.run(
          () -> {
            byte[] part = files.read(id, form, from, PAGE_BYTES);
            from += part.length;
            return Buffer.buffer(part);
          });
    }
  }
}
