package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
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
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.ingest.RejectedRow;
import org.xinyidai.engine.resolution.Cases;

/** What became of a delivery: its receipt, and its refused rows as a list or a download. */
final class BatchApi {
  private static final int USUAL_PAGE = 1_000;

  /** Rows of one page: a few megabytes at most, by the bound of a refused row. */
  private static final int LARGEST_PAGE = 10_000;

  /** Batches that came as requests; those of files belong to the operator, not to a source. */
  private static final String OF_REQUEST = "r-";

  private final Batches batches;
  private final Cases cases;
  private final Workers workers;

  BatchApi(Batches batches, Cases cases, Workers workers) {
    this.batches = batches;
    this.cases = cases;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.GET_BATCH, "/batches/{id}", this::batch),
        Endpoint.get(Operation.GET_REJECTIONS, "/batches/{id}/rejections", this::rejections)
            .withQuery("after", "limit")
            .producing(MediaTypes.JSON, MediaTypes.NDJSON, MediaTypes.CSV));
  }

  private Future<Answer> batch(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(() -> Answer.json(BatchView.of(find(id, access), cases.standing(id))));
  }

  private Future<Answer> rejections(Call call) {
    String id = call.path("id");
    Access access = call.access();
    int after = call.number("after", 0, 0, Integer.MAX_VALUE);
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    String type = call.wantedType();
    return workers.run(
        () -> {
          find(id, access);
          return type.equals(MediaTypes.JSON)
              ? page(id, after, limit)
              : RejectionDownload.of(batches, id, after, type, workers);
        });
  }

  /** One page as a list; a header leads to the next. */
  private Answer page(String id, int after, int limit) {
    List<RejectedRow> rows = batches.rejected(id, after, limit);
    Answer answer = Answer.json(rows.stream().map(RejectionView::of).toList());
    if (rows.size() < limit) {
      return answer;
    }
    String next =
        "%s/batches/%s/rejections?after=%d&limit=%d"
            .formatted(Endpoint.BASE, id, rows.get(limit - 1).line(), limit);
    return answer.withHeader("Link", "<" + next + ">; rel=\"next\"");
  }

  private Receipt find(String id, Access access) {
    return batches
        .find(id)
        .filter(receipt -> covers(access, receipt))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }

  private static boolean covers(Access access, Receipt receipt) {
    return access.covers(receipt.batch().source())
        && (access.reach() == Reach.ALL || receipt.batch().id().startsWith(OF_REQUEST));
  }
}
