package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.lenderreport.DifferenceDesk;
import org.xinyidai.engine.lenderreport.DifferenceTask;
import org.xinyidai.engine.lenderreport.DifferenceTask.State;
import org.xinyidai.engine.lenderreport.LenderReports;
import org.xinyidai.engine.lenderreport.ReportRefused;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Command;

/** Differences between reports and the platform, and how they are settled (对账差异). B12. */
final class DifferenceApi {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private static final int LONGEST_NOTE = 500;

  private final Backend backend;
  private final DifferenceDesk desk;
  private final int maxBytes;
  private final Workers workers;

  /** What is done: {@code answer} by the lender, {@code close} or {@code return} by the office. */
  record Posted(@Nullable String step, @Nullable String note) {}

  DifferenceApi(Backend backend, LenderReports reports, int maxBytes, Workers workers) {
    this.backend = backend;
    this.desk = reports.differences();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_DIFFERENCES, "/lender-differences", this::list)
            .withQuery("state", "lender", "after", "limit"),
        Endpoint.post(
            Operation.POST_DIFFERENCE_STEP,
            "/lender-differences/{id}/steps",
            Intake.json(maxBytes),
            this::step));
  }

  private Future<Answer> list(Call call) {
    Access access = call.access();
    Optional<State> state = call.oneOf("state", State.values());
    Optional<String> lender = call.query("lender");
    Predicate<DifferenceTask> filter =
        task ->
            state.map(task.state()::equals).orElse(task.state().isOpen())
                && lender.map(task.lender()::equals).orElse(true)
                && covers(access, task);
    String after = call.query("after").orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          CaseBook.Page<DifferenceTask> page = desk.book().page(access, filter, after, limit);
          return Answer.json(DifferenceView.Listed.of(page));
        });
  }

  private Future<Answer> step(Call call) {
    String id = call.path("id");
    Posted posted = call.json(Posted.class);
    Access access = call.access();
    String note = posted.note() == null ? "" : posted.note().strip();
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      throw Refusal.invalid(
          "note",
          "请填写说明，不超过" + LONGEST_NOTE + "字",
          "say it in a note of at most " + LONGEST_NOTE + " characters");
    }
    return workers.run(
        () -> {
          DifferenceTask task =
              desk.book()
                  .find(id)
                  .filter(one -> covers(access, one))
                  .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
          List<String> offices = desk.offices();
          String step = posted.step() == null ? "" : posted.step();
          Command<Answer> change =
              changes ->
                  Answer.json(
                      DifferenceView.of(
                          taken(changes, task, new Step(step, note, access.account()), offices)));
          Command<Answer> once = OncePerKey.of(call, Operation.POST_DIFFERENCE_STEP, change);
          return refusing(once);
        });
  }

  private Answer refusing(Command<Answer> once) {
    try {
      return backend.platform().store().execute(once);
    } catch (ReportRefused e) {
      throw Refusal.invalid(e);
    }
  }

  /** What is done and by whom. */
  private record Step(String code, String note, Account by) {}

  private DifferenceTask taken(
      Changes changes, DifferenceTask task, Step step, List<String> offices) {
    boolean lender = step.by().role() == Role.BANK;
    boolean closes = step.code().equals("close");
    if (lender && step.code().equals("answer")) {
      return desk.answer(changes, task, step.note(), offices);
    }
    if (!lender && (closes || step.code().equals("return"))) {
      return desk.decide(changes, task, closes, step.by().organisation(), step.note());
    }
    throw Refusal.invalid(
        "step",
        lender ? "可办理：answer" : "可办理：close、return",
        lender ? "open to you: answer" : "open to you: close, return");
  }

  /** A lender's own, or those of enterprises in reach. */
  private static boolean covers(Access access, DifferenceTask task) {
    return access.account().role() == Role.BANK
        ? access.covers(task.lender())
        : access.covers(task.uscc());
  }
}
