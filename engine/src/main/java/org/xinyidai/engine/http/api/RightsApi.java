package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.xinyidai.connectors.calendar.HolidayNotices;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.dispute.CaseFile.Kind;
import org.xinyidai.engine.http.api.RightsCaseView.CaseList;
import org.xinyidai.engine.http.api.RightsCaseView.Posted;
import org.xinyidai.engine.http.api.RightsCaseView.PostedStep;
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
import org.xinyidai.engine.identity.RandomId;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.redress.CaseId;
import org.xinyidai.engine.redress.CaseRefused;
import org.xinyidai.engine.redress.RedressDesk.Filing;
import org.xinyidai.engine.redress.RedressDesk.Taking;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.subject.Uscc;

/** Objections and repairs (异议与信用修复). Requirements E1 to E3. */
final class RightsApi {
  private static final int ID_BYTES = 8;

  /** A statement or an answer is a page, no file. */
  private static final int MAX_TEXT = 2_000;

  private static final String WITHDRAW = "WITHDRAW";

  private final Platform platform;
  private final int maxBytes;
  private final SecureRandom random;
  private final Workers workers;
  private final WorkingCalendar calendar = HolidayNotices.bundled();

  RightsApi(Platform platform, int maxBytes, SecureRandom random, Workers workers) {
    this.platform = platform;
    this.maxBytes = maxBytes;
    this.random = random;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.post(Operation.POST_CASE, "/objections", json, this::post),
        Endpoint.get(Operation.LIST_CASES, "/objections", this::cases),
        Endpoint.get(Operation.GET_CASE, "/objections/{id}", this::find),
        Endpoint.post(Operation.POST_CASE_STEP, "/objections/{id}/steps", json, this::step));
  }

  private Future<Answer> post(Call call) {
    Posted posted = call.json(Posted.class);
    Uscc uscc = Call.usccOf("uscc", posted.uscc() == null ? "" : posted.uscc());
    if (!call.access().covers(uscc.value())) {
      throw EnterpriseApi.notFound();
    }
    FactRow.Name fact =
        FactRow.Name.parse(posted.factId() == null ? "" : posted.factId())
            .orElseThrow(() -> invalid("factId", "请填写事实编号，见事实明细", "take an id of GET facts"));
    Kind kind =
        kind(posted.kind() == null ? "objection" : posted.kind())
            .orElseThrow(() -> invalid("kind", "须为 objection 或 repair", "objection or repair"));
    String statement = text("statement", posted.statement() == null ? "" : posted.statement());
    String id = CaseId.of(uscc, RandomId.digits(random, ID_BYTES));
    Filing filing = new Filing(id, kind, uscc, fact, statement);
    Command<Answer> change =
        changes ->
            Answer.created("/objections/" + id, view(platform.redress().file(changes, filing)));
    Command<Answer> once = OncePerKey.of(call, Operation.POST_CASE, change);
    return workers.run(() -> refusing(() -> platform.store().execute(once)));
  }

  private Future<Answer> cases(Call call) {
    Access access = call.access();
    return workers.run(
        () -> {
          List<CaseFile> files =
              access.account().role() == Role.ENTERPRISE
                  ? platform.redress().of(access.account().uscc().orElseThrow())
                  : platform.redress().pending().stream()
                      .filter(file -> access.covers(file.uscc().value()))
                      .toList();
          return Answer.json(
              new CaseList(
                  files.stream()
                      .map(this::view)
                      .sorted(
                          Comparator.comparing(
                              RightsCaseView::dueOn,
                              Comparator.nullsLast(Comparator.naturalOrder())))
                      .toList()));
        });
  }

  private Future<Answer> find(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(
        () -> {
          requireCovered(access, id);
          return Answer.json(view(platform.redress().find(id).orElseThrow(RightsApi::notFound)));
        });
  }

  private Future<Answer> step(Call call) {
    String id = call.path("id");
    Access access = call.access();
    PostedStep posted = call.json(PostedStep.class);
    String step = posted.step() == null ? "" : posted.step().toUpperCase(Locale.ROOT);
    Account account = call.access().account();
    if (account.role() == Role.ENTERPRISE && !step.equals(WITHDRAW)) {
      throw Refusal.of(
              ProblemType.FORBIDDEN, "企业只能撤回自己的申请", "An enterprise may only withdraw its own case")
          .at("step");
    }
    Taking taking =
        new Taking(
            step,
            account.role().id() + " " + account.organisation(),
            text("note", posted.note() == null ? "" : posted.note()),
            posted.correction() == null ? Map.of() : posted.correction());
    Command<Answer> change =
        changes ->
            Answer.json(
                view(
                    platform.redress().take(changes, id, taking).orElseThrow(RightsApi::notFound)));
    Command<Answer> once = OncePerKey.of(call, Operation.POST_CASE_STEP, change);
    return workers.run(
        () -> {
          requireCovered(access, id);
          Answer answer = refusing(() -> platform.store().execute(once));
          platform.redress().tell(id);
          return answer;
        });
  }

  private static void requireCovered(Access access, String id) {
    if (CaseId.usccOf(id).filter(uscc -> access.covers(uscc.value())).isEmpty()) {
      throw notFound();
    }
  }

  private RightsCaseView view(CaseFile file) {
    return RightsCaseView.of(file, calendar, ChinaTime.dayOf(platform.clock().instant()));
  }

  private static Answer refusing(Supplier<Answer> work) {
    try {
      return work.get();
    } catch (CaseRefused e) {
      throw invalid(e);
    }
  }

  private static Optional<Kind> kind(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "objection" -> Optional.of(Kind.OBJECTION);
      case "repair" -> Optional.of(Kind.REPAIR);
      default -> Optional.empty();
    };
  }

  private static String text(String field, String text) {
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw invalid(
          field, "请用1至" + MAX_TEXT + "个字说明", "say it in 1 to " + MAX_TEXT + " characters");
    }
    return text.strip();
  }

  private static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND).at("id");
  }
}
