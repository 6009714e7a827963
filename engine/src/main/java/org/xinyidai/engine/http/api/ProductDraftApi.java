package org.xinyidai.engine.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.xinyidai.connectors.product.ProductReading;
import org.xinyidai.engine.http.call.Action;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.RandomId;
import org.xinyidai.engine.market.CountCover;
import org.xinyidai.engine.market.ProductDesk;
import org.xinyidai.engine.market.ProductDraft;
import org.xinyidai.engine.market.Shelf;
import org.xinyidai.engine.market.Trial;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.product.DraftLife;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.product.ProductLint;
import org.xinyidai.models.product.Text;

/**
 * How a lender brings a product to the shelf (金融产品起草、试运行、复核与发布). Requirement B2. A draft is its
 * organisation's alone; what another prepares is not found.
 */
final class ProductDraftApi {
  private static final int ID_BYTES = 8;

  /** As many as a number in a query can be. */
  private static final int MOST_REVISIONS = 999_999_999;

  /** Dry runs at once: each goes over all enterprises with every processor. */
  private static final int TRIALS_AT_ONCE = 1;

  private final Backend backend;
  private final Platform platform;
  private final Shelf shelf;
  private final ProductDesk desk;
  private final int maxBytes;
  private final SecureRandom random;
  private final Workers workers;
  private final Semaphore trials = new Semaphore(TRIALS_AT_ONCE);

  /** The answer with its one member. */
  record DraftList(List<ProductDraftView> drafts) {}

  ProductDraftApi(Backend backend, int maxBytes, SecureRandom random, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.shelf = platform.shelf();
    this.desk = platform.market().desk();
    this.maxBytes = maxBytes;
    this.random = random;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    String one = "/product-drafts/{id}";
    Intake terms = Intake.json(maxBytes);
    return List.of(
        Endpoint.get(Operation.LIST_PRODUCT_DRAFTS, "/product-drafts", this::drafts),
        Endpoint.post(Operation.POST_PRODUCT_DRAFT, "/product-drafts", terms, this::begin),
        Endpoint.get(Operation.GET_PRODUCT_DRAFT, one, this::draft),
        Endpoint.post(Operation.REVISE_PRODUCT_DRAFT, one + "/revision", terms, this::revise),
        Endpoint.get(Operation.LINT_PRODUCT_DRAFT, one + "/lint", this::lint),
        step(Operation.TRY_PRODUCT_DRAFT, one + "/dry-run", this::tryOut),
        step(Operation.SIGN_PRODUCT_DRAFT, one + "/signature", this::sign).withQuery("revision"),
        step(Operation.PUBLISH_PRODUCT_DRAFT, one + "/publication", this::publish),
        step(Operation.DISCARD_PRODUCT_DRAFT, one + "/discard", this::discard));
  }

  private static Endpoint step(Operation operation, String path, Action action) {
    return Endpoint.post(operation, path, Intake.none(), action);
  }

  private Future<Answer> drafts(Call call) {
    String organisation = organisation(call);
    return workers.run(
        () -> Answer.json(new DraftList(desk.of(organisation).stream().map(this::view).toList())));
  }

  private Future<Answer> draft(Call call) {
    return workers.run(() -> Answer.json(view(find(call))));
  }

  /** What cannot be meant in the terms, with what was warned of when they were tried. */
  private Future<Answer> lint(Call call) {
    return workers.run(() -> Answer.json(ProductDraftView.Lint.of(find(call), problems(call))));
  }

  private List<Problem> problems(Call call) {
    return ProductLint.lint(find(call).product(), platform.attributes());
  }

  private Future<Answer> begin(Call call) {
    Account account = call.access().account();
    return workers.run(
        () -> {
          LoanProduct terms = terms(call);
          String id = "f-" + RandomId.digits(random, ID_BYTES);
          if (desk.of(account.organisation()).size() >= ProductDesk.MOST_DRAFTS) {
            throw refused(
                new Text(
                    "草稿已达" + ProductDesk.MOST_DRAFTS + "份上限",
                    "there are " + ProductDesk.MOST_DRAFTS + " drafts already"));
          }
          return execute(
              call,
              Operation.POST_PRODUCT_DRAFT,
              changes -> {
                ProductDraft fresh =
                    new ProductDraft(
                        id,
                        account.organisation(),
                        terms,
                        DraftLife.begunBy(account.id()),
                        changes.instant(),
                        null);
                desk.put(changes, fresh);
                return Answer.created("/product-drafts/" + id, view(fresh));
              });
        });
  }

  private Future<Answer> revise(Call call) {
    String person = call.access().account().id();
    return workers.run(
        () -> {
          LoanProduct terms = terms(call);
          return execute(
              call,
              Operation.REVISE_PRODUCT_DRAFT,
              changes -> {
                ProductDraft held = find(changes, call);
                if (!held.product().id().equals(terms.id())) {
                  throw Refusal.of(
                          ProblemType.INVALID_VALUE,
                          "修改草稿不能更换产品编号",
                          "The id of the product stays the same")
                      .at("id");
                }
                return keep(
                    changes,
                    held.with(terms, taken(held.life().revise(person)), changes.instant()));
              });
        });
  }

  /** Goes over all enterprises, so one at a time; who comes second is asked to come again. */
  private Future<Answer> tryOut(Call call) {
    LocalDate day = backend.usualDay();
    if (!trials.tryAcquire()) {
      return Future.failedFuture(Workers.busy());
    }
    return workers
        .run(
            () -> {
              ProductDraft tried = find(call);
              refuseUnsound(tried);
              taken(tried.life().tried());
              CountCover cover = cover(tried);
              Trial trial = platform.market().trials().of(tried, day, cover);
              return execute(
                  call,
                  Operation.TRY_PRODUCT_DRAFT,
                  changes -> {
                    ProductDraft held = find(changes, call);
                    if (held.life().revision() != trial.revision()) {
                      throw refused(
                          new Text(
                              "试运行期间条款已被修改，请重新试运行",
                              "the terms were changed meanwhile; make the dry run again"));
                    }
                    return keep(
                        changes, held.tried(trial, taken(held.life().tried()), changes.instant()));
                  });
            })
        .onComplete(done -> trials.release());
  }

  /** The counts of a dry run are as fine as its criteria; a revision tried again is none more. */
  private CountCover cover(ProductDraft tried) {
    String run = "%s revision %d".formatted(tried.id(), tried.life().revision());
    return backend
        .leads()
        .cover(tried.organisation(), run)
        .orElseThrow(() -> LeadApi.spentFineCounts(backend.now()));
  }

  /** Who names the revision that was read signs no other that came in between. */
  private Future<Answer> sign(Call call) {
    String person = call.access().account().id();
    int read = call.number("revision", 0, 1, MOST_REVISIONS);
    return workers.run(
        () ->
            execute(
                call,
                Operation.SIGN_PRODUCT_DRAFT,
                changes -> {
                  ProductDraft held = find(changes, call);
                  refuseUnsound(held);
                  refuseChanged(held.life().revision(), read);
                  return keep(changes, held.at(taken(held.life().sign(person)), changes.instant()));
                }));
  }

  private static void refuseChanged(int revision, int read) {
    if (read != 0 && read != revision) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE,
              "条款已改为第" + revision + "稿，您看到的是第" + read + "稿，请重新查看后再签发",
              "The terms are at revision " + revision + ", not " + read + "; read them again")
          .at("revision");
    }
  }

  private Future<Answer> publish(Call call) {
    LocalDate day = backend.usualDay();
    return workers.run(
        () -> {
          synchronized (shelf) {
            Answer answer =
                execute(
                    call, Operation.PUBLISH_PRODUCT_DRAFT, changes -> publish(changes, call, day));
            shelf.reload();
            return answer;
          }
        });
  }

  private Answer publish(Changes changes, Call call, LocalDate day) {
    ProductDraft held = find(changes, call);
    DraftLife published = taken(held.life().publish());
    refuseUnsound(held);
    refuseForeign(held.product(), held.organisation());
    LocalDate last = held.product().effective().to();
    if (last != null && last.isBefore(day)) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE,
              "终止日期已过，请修改后重新复核",
              "The last day is past; change it and have it signed again")
          .at("effectiveTo");
    }
    LoanProduct version = desk.asVersion(held, day);
    shelf.put(changes, version);
    desk.put(changes, held.with(version, published, changes.instant()));
    return Answer.created(
        "/products/%s/versions/%d".formatted(version.id(), version.version()),
        shelf.json().write(version));
  }

  private Future<Answer> discard(Call call) {
    return workers.run(
        () ->
            execute(
                call,
                Operation.DISCARD_PRODUCT_DRAFT,
                changes -> {
                  ProductDraft held = find(changes, call);
                  return keep(changes, held.at(taken(held.life().discard()), changes.instant()));
                }));
  }

  private Answer execute(Call call, Operation operation, Command<Answer> change) {
    return platform.store().execute(OncePerKey.of(call, operation, change));
  }

  private Answer keep(Changes changes, ProductDraft draft) {
    desk.put(changes, draft);
    return Answer.json(view(draft));
  }

  /** The terms of the body, under the caller's own organisation. */
  private LoanProduct terms(Call call) {
    JsonNode body = call.json(JsonNode.class);
    String own = organisation(call);
    if (body instanceof ObjectNode product) {
      // The version is given when it is published.
      product.put("version", 1);
      if (product.get("lender") instanceof ObjectNode lender && !lender.has("organisation")) {
        lender.put("organisation", own);
      }
    }
    ProductReading reading = shelf.json().readDraft(body.toString());
    if (!reading.sound()) {
      throw BodyProblems.refusal(reading.problems());
    }
    LoanProduct terms = reading.products().get(0);
    refuseForeign(terms, own);
    return terms;
  }

  private void refuseForeign(LoanProduct terms, String own) {
    ProductOwner.refuseForeign(shelf, terms, own);
  }

  private void refuseUnsound(ProductDraft draft) {
    List<Problem> problems = ProductLint.lint(draft.product(), platform.attributes());
    if (!problems.isEmpty()) {
      throw BodyProblems.refusal(problems.stream().map(one -> one.under("$")).toList());
    }
  }

  private ProductDraftView view(ProductDraft draft) {
    return ProductDraftView.of(draft, shelf.json().write(draft.product()), platform.attributes());
  }

  private ProductDraft find(Call call) {
    return desk.find(organisation(call), call.path("id"))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }

  private ProductDraft find(Changes changes, Call call) {
    return desk.find(changes, organisation(call), call.path("id"))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }

  private static String organisation(Call call) {
    return call.access().account().organisation();
  }

  private static DraftLife taken(DraftLife.Step step) {
    if (step instanceof DraftLife.Step.Refused no) {
      throw refused(no.why().words());
    }
    return ((DraftLife.Step.Taken) step).life();
  }

  private static Refusal refused(Text why) {
    return Refusal.of(ProblemType.INVALID_VALUE, why.zh(), why.en());
  }
}
