package org.xinyidai.engine.http.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.xinyidai.connectors.feed.UnreadableFile;
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
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.resolution.CodeMap;
import org.xinyidai.engine.resolution.CodeMap.Mapping;
import org.xinyidai.engine.resolution.CodeMapFile;
import org.xinyidai.engine.resolution.ResolutionDesk;

/** The map of old codes to new ones: taken in and given out whole (新旧代码映射库, C22). */
final class CodeMapApi {
  private static final String PATH = "/codes";

  private final CodeMap codes;
  private final ResolutionDesk desk;
  private final BodyLimits bodies;
  private final Workers workers;

  /** What a file came to, and what became of the rows that waited for a code. */
  record TakenView(
      long received,
      long accepted,
      long rejected,
      List<CodeMapFile.Fault> faults,
      CaseView.Weighed replayed) {}

  CodeMapApi(Platform platform, BodyLimits bodies, Workers workers) {
    codes = new CodeMap(platform.store());
    desk = platform.resolution();
    this.bodies = bodies;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake csv = new Intake(List.of(MediaTypes.CSV), bodies.recordsBytes(), true);
    return List.of(
        Endpoint.get(Operation.GET_CODES, PATH, call -> workers.run(this::export))
            .producing(MediaTypes.CSV),
        Endpoint.post(Operation.POST_CODES, PATH, csv, this::post));
  }

  private Answer export() {
    return Answer.pages(MediaTypes.CSV + "; charset=utf-8", new Export())
        .withHeader("Content-Disposition", "attachment; filename=\"codes.csv\"");
  }

  private Future<Answer> post(Call call) {
    byte[] body = call.body().getBytes();
    String source = call.access().account().name();
    return workers.run(() -> Answer.json(take(body, source)));
  }

  private TakenView take(byte[] body, String source) {
    try {
      CodeMapFile.Taken taken =
          CodeMapFile.read(new ByteArrayInputStream(body), bodies.reading(), source, codes);
      return new TakenView(
          taken.received(),
          taken.accepted(),
          taken.rejected(),
          taken.faults(),
          CaseView.Weighed.of(desk.codesLearnt()));
    } catch (UnreadableFile e) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE,
              "请求体无法读完，此前的映射已入库：" + e.getMessage(),
              "The body cannot be read to its end; what came before is taken: " + e.getMessage())
          .at("body");
    }
  }

  /** The map as CSV, a page at a time. */
  private final class Export implements Pages {
    private static final int PAGE_ROWS = 5_000;
    private static final String HEADER = "\ufeffoldCode,uscc,source\r\n";

    private String after = "";
    private boolean first = true;
    private boolean ended;

    @Override
    public Future<Buffer> next() {
      return ended ? Future.succeededFuture(Buffer.buffer()) : workers.run(this::read);
    }

    private Buffer read() {
      List<Mapping> page = codes.page(after, PAGE_ROWS);
      ended = page.size() < PAGE_ROWS;
      StringWriter text = new StringWriter();
      text.append(first ? HEADER : "");
      first = false;
      try (CsvWriter csv = CsvWriter.builder().build(text)) {
        page.forEach(CodeMapFile.row(csv));
      } catch (IOException e) {
        throw new UncheckedIOException("a page in memory cannot be written", e);
      }
      if (!page.isEmpty()) {
        after = page.get(page.size() - 1).oldCode();
      }
      return Buffer.buffer(text.toString());
    }
  }
}
