package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.RandomId;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandDraft;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.subject.Uscc;

/** Financing demands from their posting to their end (融资需求). Requirement B1. */
final class DemandApi {
  private static final int ID_BYTES = 12;
  private static final int USUAL_PAGE = 50;

  /** Demands of one answer that are looked at: each asks where its enterprise is. */
  private static final int MOST_LOOKED_AT = 2_000;

  private static final int LARGEST_PAGE = 500;

  /** Open demands of one enterprise: each is matched again whenever something changes. */
  private static final int MOST_OPEN = 200;

  private final Backend backend;
  private final Platform platform;
  private final int maxBytes;
  private final SecureRandom random;
  private final Workers workers;

  /** A page in the order of numbers; where the next begins, null on the last. */
  record DemandList(List<DemandView> demands, @Nullable String next) {}

  DemandApi(Backend backend, int maxBytes, SecureRandom random, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.maxBytes = maxBytes;
    this.random = random;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.post(Operation.POST_DEMAND, "/demands", json, this::post),
        Endpoint.get(Operation.LIST_DEMANDS, "/demands", this::list)
            .withQuery("uscc", "after", "limit"),
        Endpoint.get(Operation.GET_DEMAND, "/demands/{id}", this::demand),
        Endpoint.post(Operation.REVISE_DEMAND, "/demands/{id}/revision", json, this::revise),
        Endpoint.post(Operation.CLOSE_DEMAND, "/demands/{id}/closure", Intake.none(), this::close));
  }

  private Future<Answer> post(Call call) {
    LocalDate today = backend.usualDay();
    return workers.run(
        () -> {
          Demand demand = posted(call, today, newId());
          boolean full = isFull(demand, today);
          Command<Answer> change =
              changes -> {
                if (full) {
                  throw Refusal.of(
                      ProblemType.INVALID_VALUE,
                      "未关闭的融资需求已达" + MOST_OPEN + "项，请先关闭不再需要的",
                      "There are " + MOST_OPEN + " open demands; close those that are not needed");
                }
                platform.demands().put(changes, demand);
                return Answer.created("/demands/" + demand.id(), DemandView.of(demand, today));
              };
          return platform.store().execute(OncePerKey.of(call, Operation.POST_DEMAND, change));
        });
  }

  private boolean isFull(Demand demand, LocalDate today) {
    return platform.demands().of(demand.uscc(), "", MOST_LOOKED_AT).stream()
            .filter(one -> one.status(today) == Demand.Status.OPEN)
            .count()
        >= MOST_OPEN;
  }

  /** The demand of the body, which must be sound and the caller's own. */
  private Demand posted(Call call, LocalDate today, DemandId id) {
    DemandDraft asked = call.json(DemandView.Posted.class).draft();
    List<Problem> problems = new ArrayList<>(asked.problems(platform.attributes()));
    problems.addAll(asked.problemsOn(today));
    DemandDraft draft = new NamedLenders(backend).of(asked, problems);
    if (!problems.isEmpty()) {
      throw BodyProblems.refusal(problems);
    }
    if (!call.access().covers(draft.uscc())) {
      throw Refusal.of(
              ProblemType.NOT_FOUND,
              "没有该企业，或不属于您",
              "There is no such enterprise, or it is not yours")
          .at("uscc");
    }
    return draft.post(id, today, platform.attributes());
  }

  /** An enterprise sees its own; the office those of the enterprise it names, or all open ones. */
  private Future<Answer> list(Call call) {
    LocalDate today = backend.usualDay();
    Access access = call.access();
    boolean own = access.account().role() == Role.ENTERPRISE;
    Optional<Uscc> uscc =
        own ? access.account().uscc() : call.query("uscc").map(code -> Call.usccOf("uscc", code));
    String after = call.query("after").orElse("");
    if (!after.isEmpty() && !DemandId.isWellFormed(after)) {
      throw Refusal.of(ProblemType.INVALID_PARAMETER).at("after");
    }
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(() -> Answer.json(page(access, uscc, after, limit, today)));
  }

  /**
   * What is not the caller's to see is passed over: to the office of a district, other districts'.
   */
  private DemandList page(
      Access access, Optional<Uscc> uscc, String after, int limit, LocalDate today) {
    List<DemandView> found = new ArrayList<>();
    String last = after;
    int looked = 0;
    while (true) {
      List<Demand> page =
          uscc.isPresent()
              ? platform.demands().of(uscc.get(), last, limit)
              : platform.demands().open(last, limit);
      for (Demand one : page) {
        last = one.id().value();
        if (access.covers(one.uscc().value())) {
          found.add(DemandView.of(one, today));
        }
        if (found.size() == limit || ++looked == MOST_LOOKED_AT) {
          return new DemandList(found, last);
        }
      }
      if (page.size() < limit) {
        return new DemandList(found, null);
      }
    }
  }

  private Future<Answer> demand(Call call) {
    LocalDate today = backend.usualDay();
    return workers.run(
        () -> Answer.json(DemandView.of(OwnDemands.find(platform.demands(), call), today)));
  }

  private Future<Answer> revise(Call call) {
    LocalDate today = backend.usualDay();
    return workers.run(
        () -> {
          Demand held = OwnDemands.find(platform.demands(), call);
          Demand other = posted(call, today, held.id());
          if (!other.uscc().equals(held.uscc())) {
            throw Refusal.of(
                    ProblemType.INVALID_VALUE, "需求不能转给其他企业", "A demand stays with its enterprise")
                .at("uscc");
          }
          return execute(
              call,
              Operation.REVISE_DEMAND,
              today,
              changes -> open(changes, held.id(), today).revised(other));
        });
  }

  private Future<Answer> close(Call call) {
    LocalDate today = backend.usualDay();
    return workers.run(
        () -> {
          Demand held = OwnDemands.find(platform.demands(), call);
          return execute(
              call,
              Operation.CLOSE_DEMAND,
              today,
              changes -> open(changes, held.id(), today).closed(today));
        });
  }

  private Answer execute(Call call, Operation operation, LocalDate today, Command<Demand> change) {
    Command<Answer> keep =
        changes -> {
          Demand changed = change.decide(changes);
          platform.demands().put(changes, changed);
          return Answer.json(DemandView.of(changed, today));
        };
    return platform.store().execute(OncePerKey.of(call, operation, keep));
  }

  private Demand open(Changes changes, DemandId id, LocalDate today) {
    Demand held = platform.demands().find(changes, id).orElseThrow();
    if (held.status(today) != Demand.Status.OPEN) {
      throw Refusal.of(
          ProblemType.INVALID_VALUE,
          "该需求已关闭或到期，请发布新的需求",
          "This demand is closed or has expired; post a new one");
    }
    return held;
  }

  /** Random, so that nobody counts the demands of others by their ids. */
  private DemandId newId() {
    return new DemandId("d-" + RandomId.digits(random, ID_BYTES));
  }
}
