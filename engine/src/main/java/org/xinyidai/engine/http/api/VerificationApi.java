package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.api.LoginAnswers.text;
import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.api.VerificationView.ClaimToPost;
import org.xinyidai.engine.http.api.VerificationView.CountsView;
import org.xinyidai.engine.http.api.VerificationView.DecisionToPost;
import org.xinyidai.engine.http.api.VerificationView.EntryToPost;
import org.xinyidai.engine.http.api.VerificationView.ResultToPost;
import org.xinyidai.engine.http.api.VerificationView.TransferView;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.verification.VerificationCounts;
import org.xinyidai.engine.verification.VerificationDesk;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.Claim;
import org.xinyidai.models.verification.Decision;
import org.xinyidai.models.verification.Turn;
import org.xinyidai.models.verification.Verification;

/** Real names of enterprises: claim, small transfer, entry, decision, counts (企业实名认证). A2 to A4. */
final class VerificationApi {
  private static final String PATH = "/verifications";
  private static final String ONE = PATH + "/{uscc}";
  private static final int MOST_NOTE = 500;
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final Backend backend;
  private final Store store;
  private final VerificationDesk desk;
  private final int maxBytes;
  private final Workers workers;

  /** A page of those under way; the code behind which the next begins, null on the last. */
  record VerificationList(List<VerificationView> verifications, @Nullable String next) {}

  record TransferList(List<TransferView> transfers, @Nullable String next) {}

  VerificationApi(Backend backend, int maxBytes, Workers workers) {
    this.backend = backend;
    this.store = backend.platform().store();
    this.desk = new VerificationDesk(store, backend.platform().notices(), new SecureRandom());
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.post(Operation.POST_VERIFICATION, PATH, json, this::file),
        Endpoint.get(Operation.LIST_VERIFICATIONS, PATH, this::list).withQuery("after", "limit"),
        Endpoint.get(Operation.GET_VERIFICATION, ONE, this::one),
        Endpoint.post(Operation.CONFIRM_VERIFICATION, ONE + "/confirmation", json, this::confirm),
        Endpoint.post(Operation.MARK_TRANSFER, ONE + "/transfer", json, this::mark),
        Endpoint.post(Operation.DECIDE_VERIFICATION, ONE + "/decision", json, this::decide),
        Endpoint.get(Operation.LIST_TRANSFERS, "/verification-transfers", this::transfers)
            .withQuery("after", "limit"),
        Endpoint.get(Operation.GET_VERIFICATION_COUNTS, "/verification-counts", this::counts));
  }

  private Future<Answer> file(Call call) {
    Claim claim = claim(call.json(ClaimToPost.class));
    Uscc uscc = new Uscc(call.access().account().organisation());
    return workers.run(
        () -> {
          Verification.Compared compared = desk.compare(uscc, claim);
          Command<Answer> change =
              changes ->
                  Answer.created(PATH + "/" + uscc, view(desk.file(changes, uscc, compared)));
          return store.execute(OncePerKey.of(call, Operation.POST_VERIFICATION, change));
        });
  }

  private static Claim claim(ClaimToPost posted) {
    String name = text("legalRepresentative", posted.legalRepresentative()).strip();
    String bank = text("bank", posted.bank()).strip();
    String account = text("accountNumber", posted.accountNumber()).replaceAll("[ -]", "");
    if (!Claim.isName(name)) {
      throw invalid("legalRepresentative", "请填写法定代表人（经营者）姓名", "the name of a person");
    }
    if (!Claim.isBank(bank)) {
      throw invalid("bank", "请填写开户行全称", "the bank and branch of the account");
    }
    if (!Claim.isAccount(account)) {
      throw invalid("accountNumber", "银行账号为8至32位数字", "an account has 8 to 32 digits");
    }
    return new Claim(name, bank, account);
  }

  private Future<Answer> one(Call call) {
    Uscc uscc = call.uscc();
    Access access = call.access();
    return workers.run(
        () -> {
          requireCovered(access, uscc);
          return Answer.json(
              desk.verifications()
                  .find(uscc)
                  .map(one -> VerificationView.of(one.asOf(backend.now())))
                  .orElseGet(() -> VerificationView.registered(uscc)));
        });
  }

  private Future<Answer> list(Call call) {
    Access access = call.access();
    @Nullable Uscc after = after(call);
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          List<Verification> page = desk.verifications().running(after, limit);
          return Answer.json(
              new VerificationList(
                  page.stream()
                      .filter(one -> access.covers(one.uscc().value()))
                      .map(one -> VerificationView.of(one.asOf(backend.now())))
                      .toList(),
                  next(page, limit)));
        });
  }

  private Future<Answer> transfers(Call call) {
    Access access = call.access();
    @Nullable Uscc after = after(call);
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          List<Verification> page = desk.verifications().running(after, limit);
          return Answer.json(
              new TransferList(
                  page.stream()
                      .filter(one -> access.covers(one.uscc().value()))
                      .flatMap(one -> desk.due(one).stream())
                      .map(TransferView::of)
                      .toList(),
                  next(page, limit)));
        });
  }

  private Future<Answer> confirm(Call call) {
    EntryToPost posted = call.json(EntryToPost.class);
    long amountFen = posted.amountFen() == null ? 0 : posted.amountFen();
    String code = text("code", posted.code()).strip();
    return change(
        call,
        Operation.CONFIRM_VERIFICATION,
        (changes, uscc) -> desk.confirm(changes, uscc, amountFen, code));
  }

  private Future<Answer> mark(Call call) {
    String result = text("result", call.json(ResultToPost.class).result());
    if (!result.equals("sent") && !result.equals("failed")) {
      throw invalid("result", "须为 sent 或 failed", "sent or failed");
    }
    return change(
        call,
        Operation.MARK_TRANSFER,
        (changes, uscc) -> desk.transferred(changes, uscc, result.equals("sent")));
  }

  private Future<Answer> decide(Call call) {
    DecisionToPost posted = call.json(DecisionToPost.class);
    Decision decision =
        Decision.ofId(text("decision", posted.decision()))
            .orElseThrow(
                () ->
                    invalid(
                        "decision",
                        "须为 proceed、verify、refuse 或 reopen",
                        "proceed, verify, refuse or reopen"));
    String note = text("note", posted.note());
    if (note.length() > MOST_NOTE) {
      throw invalid("note", "不超过" + MOST_NOTE + "字", "at most " + MOST_NOTE + " characters");
    }
    return change(
        call,
        Operation.DECIDE_VERIFICATION,
        (changes, uscc) -> desk.decide(changes, uscc, decision, note));
  }

  /** One event of one verification. */
  @FunctionalInterface
  private interface Event {
    Optional<Turn> happen(Changes changes, Uscc uscc);
  }

  private Future<Answer> change(Call call, Operation operation, Event event) {
    Uscc uscc = call.uscc();
    Access access = call.access();
    Command<Answer> change =
        changes ->
            Answer.json(view(event.happen(changes, uscc).orElseThrow(VerificationApi::notFound)));
    return workers.run(
        () -> {
          requireCovered(access, uscc);
          return store.execute(OncePerKey.of(call, operation, change));
        });
  }

  private Future<Answer> counts(Call call) {
    return workers.run(
        () -> Answer.json(CountsView.of(VerificationCounts.of(store, backend.accounts()))));
  }

  private static VerificationView view(Turn turn) {
    if (turn instanceof Turn.Taken taken) {
      return VerificationView.of(taken.after());
    }
    Turn.Bar bar = ((Turn.Barred) turn).bar();
    throw invalid("state", bar.zh(), bar.en());
  }

  private static @Nullable String next(List<Verification> page, int limit) {
    return page.size() < limit ? null : page.get(limit - 1).uscc().value();
  }

  private static @Nullable Uscc after(Call call) {
    return call.query("after").map(code -> Call.usccOf("after", code)).orElse(null);
  }

  private static void requireCovered(Access access, Uscc uscc) {
    if (!access.covers(uscc.value())) {
      throw notFound();
    }
  }

  private static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND).at("uscc");
  }
}
