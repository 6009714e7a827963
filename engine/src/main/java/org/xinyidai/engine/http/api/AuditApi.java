package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.audit.AccessLog;
import org.xinyidai.engine.audit.AuditSearch;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.audit.FileAccess;
import org.xinyidai.engine.audit.Verdict;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.AuditChain;
import org.xinyidai.engine.store.AuditEntry;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.subject.Uscc;

/** The audit, for auditors; and who read its file, for an enterprise. */
final class AuditApi {
  private static final int USUAL_PAGE = 100;

  /** Entries of one page: some hundred kilobytes. */
  private static final int LARGEST_PAGE = 1_000;

  private final AuditTrail trail;
  private final AuditSearch search;
  private final AccessLog accesses;
  private final InstantSource clock;
  private final Workers workers;

  /** Verifications at once: each reads the whole audit. */
  private final Semaphore one = new Semaphore(1);

  /** A page in order of numbers, and the number to go on after. */
  record AuditPage(List<AuditEntry> entries, @Nullable Long next) {}

  /** A page, the newest first, and the number to go on before. */
  record AccessPage(List<FileAccess> accesses, @Nullable Long next) {}

  /**
   * What following the chain came to.
   *
   * @param head number of the last entry, and {@code digest} its link
   * @param entries that hold, from the first
   * @param broken how it breaks at {@code brokenAt}; null where it is whole
   */
  record VerdictView(
      Instant at,
      long head,
      String digest,
      boolean whole,
      long entries,
      @Nullable Long brokenAt,
      @Nullable TextView broken) {
    static VerdictView of(Instant at, AuditChain.Head head, Verdict verdict) {
      return new VerdictView(
          at,
          head.number(),
          head.digest(),
          verdict.broken().isEmpty(),
          verdict.entries(),
          verdict.broken().map(how -> verdict.at()).orElse(null),
          verdict.broken().map(how -> new TextView(how.zh(), how.en())).orElse(null));
    }
  }

  AuditApi(Platform platform, Workers workers) {
    this.trail = new AuditTrail(platform.store());
    this.search = new AuditSearch(platform.store());
    this.accesses = new AccessLog(platform.store());
    this.clock = platform.clock();
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_AUDIT, "/audit", this::audit)
            .withQuery(
                "after",
                "before",
                "limit",
                "actor",
                "role",
                "organisation",
                "operation",
                "subject",
                "from",
                "until"),
        Endpoint.get(Operation.VERIFY_AUDIT, "/audit/verification", this::verify),
        Endpoint.get(Operation.LIST_ACCESSES, "/enterprises/{uscc}/accesses", this::accesses)
            .withQuery("before", "limit"));
  }

  private Future<Answer> audit(Call call) {
    int after = call.number("after", 0, 0, Integer.MAX_VALUE);
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    if (call.query("before").isPresent()) {
      return search(call, limit);
    }
    return workers.run(
        () -> {
          List<AuditEntry> page = trail.page(after, limit);
          Long next = page.size() < limit ? null : page.get(limit - 1).number();
          return Answer.json(new AuditPage(page, next));
        });
  }

  private Future<Answer> search(Call call, int limit) {
    int before = call.number("before", 0, 0, Integer.MAX_VALUE);
    Act act =
        new Act(
            call.query("actor").orElse(""),
            call.query("role").orElse(""),
            call.query("organisation").orElse(""),
            call.query("operation").orElse(""),
            call.query("subject").orElse(""));
    AuditSearch.Wanted wanted =
        new AuditSearch.Wanted(
            act,
            call.day("from").map(AuditApi::start).orElse(null),
            call.day("until").map(day -> start(day.plusDays(1))).orElse(null));
    return workers.run(
        () -> {
          AuditSearch.Found found = search.page(wanted, before, limit);
          return Answer.json(new AuditPage(found.entries(), found.next()));
        });
  }

  private static Instant start(LocalDate day) {
    return ChinaTime.startOf(day);
  }

  private Future<Answer> verify(Call call) {
    if (!one.tryAcquire()) {
      return Future.failedFuture(Workers.busy());
    }
    return workers
        .run(
            () -> {
              AuditChain.Head head = trail.head();
              return Answer.json(
                  VerdictView.of(clock.instant(), head, trail.verify(List.of(head))));
            })
        .onComplete(done -> one.release());
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
