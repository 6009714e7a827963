package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.audit.AccessLog;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.audit.FileAccess;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.store.AuditEntry;
import org.xinyidai.models.subject.Uscc;

/** The audit, for auditors; and who read its file, for an enterprise. */
final class AuditApi {
  private static final int USUAL_PAGE = 100;

  /** Entries of one page: some hundred kilobytes. */
  private static final int LARGEST_PAGE = 1_000;

  private final AuditTrail trail;
  private final AccessLog accesses;
  private final Workers workers;

  /** A page in order of numbers, and the number to go on after. */
  record AuditPage(List<AuditEntry> entries, @Nullable Long next) {}

  /** A page, the newest first, and the number to go on before. */
  record AccessPage(List<FileAccess> accesses, @Nullable Long next) {}

  AuditApi(AuditTrail trail, AccessLog accesses, Workers workers) {
    this.trail = trail;
    this.accesses = accesses;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_AUDIT, "/audit", this::audit).withQuery("after", "limit"),
        Endpoint.get(Operation.LIST_ACCESSES, "/enterprises/{uscc}/accesses", this::accesses)
            .withQuery("before", "limit"));
  }

  private Future<Answer> audit(Call call) {
    int after = call.number("after", 0, 0, Integer.MAX_VALUE);
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          List<AuditEntry> page = trail.page(after, limit);
          Long next = page.size() < limit ? null : page.get(limit - 1).number();
          return Answer.json(new AuditPage(page, next));
        });
  }

  private Future<Answer> accesses(Call call) {
    Uscc uscc = call.uscc();
    Access access = call.access();
    int before = call.number("before", 0, 0, Integer.MAX_VALUE);
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          if (!access.covers(uscc.value())) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("uscc");
          }
          List<FileAccess> page = accesses.of(uscc, before == 0 ? Long.MAX_VALUE : before, limit);
          Long next = page.size() < limit ? null : page.get(limit - 1).number();
          return Answer.json(new AccessPage(page, next));
        });
  }
}
