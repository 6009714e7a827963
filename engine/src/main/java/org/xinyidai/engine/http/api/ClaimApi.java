package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.claim.ClaimDesk;
import org.xinyidai.engine.claim.ClaimDesk.Proved;
import org.xinyidai.engine.claim.ClaimDesk.Wanted;
import org.xinyidai.engine.claim.ClaimRefused;
import org.xinyidai.engine.claim.HeldClaim;
import org.xinyidai.engine.http.api.ClaimView.ClaimPosted;
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
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Applicant;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.claim.ClaimFlow;
import org.xinyidai.models.financing.claim.ClaimState;
import org.xinyidai.models.financing.claim.ClaimStepKind;
import org.xinyidai.models.financing.claim.LoanClaim;

/** Loans made outside the platform, claimed with evidence (平台外贷款认领). Requirement B12. */
final class ClaimApi {
  private static final int ID_BYTES = 8;
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final Backend backend;
  private final ClaimDesk desk;
  private final int maxBytes;
  private final SecureRandom random;
  private final Workers workers;

  /** A step: {@code agree}, {@code object}, {@code confirm}, {@code refuse} or {@code withdraw}. */
  record StepTaken(@Nullable String step, @Nullable String note) {}

  ClaimApi(Backend backend, ClaimDesk desk, int maxBytes, SecureRandom random, Workers workers) {
    this.backend = backend;
    this.desk = desk;
    this.maxBytes = maxBytes;
    this.random = random;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.post(Operation.POST_CLAIM, "/loan-claims", json, this::post),
        Endpoint.get(Operation.LIST_CLAIMS, "/loan-claims", this::list)
            .withQuery("state", "after", "limit"),
        Endpoint.get(Operation.GET_CLAIM_FIGURES, "/loan-claims/figures", this::figures),
        Endpoint.get(Operation.GET_CLAIM, "/loan-claims/{id}", this::claim),
        Endpoint.post(
                Operation.POST_CLAIM_FILE,
                "/loan-claims/{id}/files",
                UploadedFile.intake(),
                this::attach)
            .withQuery("name"),
        Endpoint.get(Operation.GET_CLAIM_FILE, "/loan-claims/{id}/files/{number}", this::file)
            .producing(UploadedFile.types().toArray(String[]::new)),
        Endpoint.post(Operation.POST_CLAIM_STEP, "/loan-claims/{id}/steps", json, this::step));
  }

  private Future<Answer> post(Call call) {
    ClaimPosted posted = call.json(ClaimPosted.class);
    Wanted wanted =
        new Wanted(
            "k-" + RandomId.digits(random, ID_BYTES),
            call.access().account().organisation(),
            Call.usccOf("uscc", posted.uscc() == null ? "" : posted.uscc()),
            posted.loan());
    return workers.run(
        () ->
            refusing(
                () -> {
                  Proved proved = desk.prove(wanted);
                  List<String> offices = desk.offices(proved.district());
                  Command<Answer> change =
                      changes ->
                          Answer.created(
                              "/loan-claims/" + wanted.id(),
                              view(desk.file(changes, proved, offices)));
                  return execute(OncePerKey.of(call, Operation.POST_CLAIM, change));
                }));
  }

  private Future<Answer> list(Call call) {
    Access access = call.access();
    Optional<ClaimState> state = call.oneOf("state", ClaimState.values());
    Predicate<HeldClaim> filter =
        held ->
            state.map(held.claim().state()::equals).orElse(true) && covers(access, held.claim());
    String after = call.query("after").orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          CaseBook.Page<HeldClaim> page = desk.book().page(access, filter, after, limit);
          return Answer.json(
              new ClaimView.Listed(
                  page.entries().stream().map(held -> view(held.claim())).toList(), page.next()));
        });
  }

  private Future<Answer> figures(Call call) {
    return workers.run(() -> Answer.json(desk.figures(claim -> true)));
  }

  private Future<Answer> claim(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(() -> Answer.json(view(find(id, access))));
  }

  private Future<Answer> attach(Call call) {
    UploadedFile file = UploadedFile.of(call);
    String id = call.path("id");
    Access access = call.access();
    return workers.run(
        () ->
            refusing(
                () -> {
                  find(id, access);
                  Command<Answer> change =
                      changes ->
                          Answer.created(
                              "/loan-claims/" + id,
                              view(
                                  desk.attach(
                                      changes, id, file.name(), file.kind(), file.bytes())));
                  return execute(OncePerKey.of(call, Operation.POST_CLAIM_FILE, change));
                }));
  }

  private Future<Answer> file(Call call) {
    String id = call.path("id");
    String number = call.path("number");
    Access access = call.access();
    return workers.run(
        () -> {
          LoanClaim.Evidence file =
              find(id, access).files().stream()
                  .filter(one -> String.valueOf(one.number()).equals(number))
                  .findFirst()
                  .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("number"));
          byte[] bytes = desk.book().file(id, file.number()).orElseThrow();
          return Answer.file(file.contentType(), "evidence-" + file.number(), bytes);
        });
  }

  private Future<Answer> step(Call call) {
    StepTaken posted = call.json(StepTaken.class);
    String id = call.path("id");
    Access access = call.access();
    ClaimStepKind kind =
        Optional.ofNullable(posted.step())
            .flatMap(ClaimStepKind::ofCode)
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "step",
                        "可用：agree、object、confirm、refuse、withdraw",
                        "agree, object, confirm, refuse or withdraw"));
    String note = posted.note() == null ? "" : posted.note().strip();
    Actor actor = new Actor(party(access.account()), access.account().organisation());
    return workers.run(
        () ->
            refusing(
                () -> {
                  LoanClaim claim = find(id, access);
                  Applicant applicant = desk.applicant(claim);
                  List<String> offices = desk.offices(claim.district());
                  Command<Answer> change =
                      changes -> {
                        Instant now = changes.instant();
                        ClaimFlow.Wish wish =
                            new ClaimFlow.Wish(kind, actor, note, now, ChinaTime.dayOf(now));
                        return Answer.json(view(desk.step(changes, id, wish, applicant, offices)));
                      };
                  return execute(OncePerKey.of(call, Operation.POST_CLAIM_STEP, change));
                }));
  }

  private static Party party(Account account) {
    return switch (account.role()) {
      case BANK -> Party.LENDER;
      case ENTERPRISE -> Party.ENTERPRISE;
      default -> Party.OFFICE;
    };
  }

  private Answer execute(Command<Answer> once) {
    return backend.platform().store().execute(once);
  }

  private LoanClaim find(String id, Access access) {
    return desk.book()
        .find(id)
        .map(HeldClaim::claim)
        .filter(one -> covers(access, one))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }

  private static boolean covers(Access access, LoanClaim claim) {
    return access.account().role() == Role.BANK
        ? access.covers(claim.lender())
        : access.covers(claim.uscc().value());
  }

  private ClaimView view(LoanClaim claim) {
    return ClaimView.of(claim, backend.loans().calendar());
  }

  private static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (ClaimRefused e) {
      throw Refusal.invalid(e);
    }
  }
}
