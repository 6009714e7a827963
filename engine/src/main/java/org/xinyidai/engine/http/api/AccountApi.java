package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.api.LoginAnswers.text;
import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Organisation;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.lead.LeadErasure;
import org.xinyidai.engine.login.Sessions;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.subject.Region;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

/** Who may come in, and the lenders and offices that they act for (账户与机构). */
final class AccountApi {
  private final Store store;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Organisations organisations;
  private final int maxBytes;
  private final Workers workers;

  /**
   * One account.
   *
   * @param kind of the enterprise or of the organisation it sits in; null where it has none
   */
  record AccountView(
      String id,
      String role,
      String name,
      String organisation,
      @Nullable String unit,
      @Nullable String division,
      @Nullable String kind) {}

  record AccountList(List<AccountView> accounts) {}

  record OrganisationToPost(
      @Nullable String kind,
      @Nullable String name,
      @Nullable String parent,
      @Nullable String division,
      @Nullable String institutionCode) {}

  record OrganisationView(
      String id,
      String kind,
      String kindZh,
      String name,
      @Nullable String parent,
      @Nullable String division,
      @Nullable String institutionCode) {
    static OrganisationView of(Organisation one) {
      return new OrganisationView(
          one.id(),
          one.kind().id(),
          one.kind().titleZh(),
          one.name(),
          one.parent(),
          one.division(),
          one.institutionCode());
    }
  }

  record OrganisationList(List<OrganisationView> organisations) {}

  AccountApi(Backend backend, int maxBytes, Workers workers) {
    this.store = backend.platform().store();
    this.accounts = backend.accounts();
    this.sessions = backend.sessions();
    this.organisations = new Organisations(backend.platform().store(), new SecureRandom());
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_ACCOUNTS, "/accounts", this::list),
        Endpoint.post(
            Operation.REMOVE_ACCOUNT, "/accounts/{id}/removal", Intake.none(), this::remove),
        Endpoint.get(Operation.LIST_ORGANISATIONS, "/organisations", this::organisations),
        Endpoint.post(
            Operation.POST_ORGANISATION, "/organisations", Intake.json(maxBytes), this::add));
  }

  private Future<Answer> list(Call call) {
    return workers.run(
        () -> Answer.json(new AccountList(accounts.all().stream().map(this::view).toList())));
  }

  private AccountView view(Account one) {
    @Nullable String unit = one.seat().unit().isEmpty() ? null : one.seat().unit();
    @Nullable String kind =
        unit != null
            ? organisations.find(unit).map(found -> found.kind().id()).orElse(null)
            : one.uscc().flatMap(SubjectType::ofCode).map(Enum::name).orElse(null);
    return new AccountView(
        one.id(),
        one.role().id(),
        one.name(),
        one.organisation(),
        unit,
        one.seat().isOfDistrict() ? one.seat().division() : null,
        kind);
  }

  private Future<Answer> remove(Call call) {
    String id = call.path("id");
    return workers.run(
        () -> {
          // What an organisation leaves behind goes before the account that names it.
          accounts.find(id).filter(this::isLast).ifPresent(this::forgetLeads);
          boolean removed = accounts.remove(id);
          boolean known = sessions.forget(id);
          if (IdempotencyRecords.forgetOf(store, id) == 0 && !known && !removed) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("id");
          }
          return Answer.json(new SessionApi.Ended(true));
        });
  }

  private boolean isLast(Account leaving) {
    return accounts.all().stream()
        .filter(one -> one.role() == leaving.role())
        .filter(one -> one.organisation().equals(leaving.organisation()))
        .allMatch(one -> one.id().equals(leaving.id()));
  }

  /** An enterprise leaves the lists that lenders pulled, a lender takes its searches with it. */
  private void forgetLeads(Account last) {
    LeadErasure erasure = new LeadErasure(store);
    if (last.role() == Role.ENTERPRISE) {
      erasure.forget(new Uscc(last.organisation()));
    } else if (last.role() == Role.BANK) {
      erasure.forgetSearches(last.organisation());
    }
  }

  private Future<Answer> organisations(Call call) {
    return workers.run(
        () ->
            Answer.json(
                new OrganisationList(
                    organisations.all().stream().map(OrganisationView::of).toList())));
  }

  private Future<Answer> add(Call call) {
    OrganisationToPost posted = call.json(OrganisationToPost.class);
    Organisation.Kind kind =
        Organisation.Kind.ofId(text("kind", posted.kind()))
            .orElseThrow(() -> invalid("kind", "机构类别见接口说明", "see the description for kinds"));
    String name = text("name", posted.name());
    @Nullable String division = posted.division();
    if (division != null && !Region.isWellFormed(division)) {
      throw invalid("division", "行政区划代码为6位数字", "A division has six digits");
    }
    @Nullable String code = posted.institutionCode();
    if (code != null && !Uscc.isWellFormed(code)) {
      throw invalid("institutionCode", "统一社会信用代码有误", "This is no unified social credit code");
    }
    return workers.run(
        () -> {
          try {
            Organisation plain = organisations.prepare(kind, name, posted.parent(), division);
            Organisation fresh = code == null ? plain : plain.coded(code);
            Command<Answer> change =
                changes ->
                    Answer.created(
                        "/organisations", OrganisationView.of(organisations.put(changes, fresh)));
            return store.execute(OncePerKey.of(call, Operation.POST_ORGANISATION, change));
          } catch (Organisations.Misplaced e) {
            throw invalid(e);
          }
        });
  }
}
