package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.api.LoginAnswers.refusing;
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
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Organisation;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.identity.Organisations.Standing;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Seat;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.login.Logins;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.subject.Uscc;

/** How the security administrator lets people in, and how they accept (邀请开通). */
final class InvitationApi {
  /** Has the shape of a code and is nobody's. */
  private static final Token UNKNOWN = Token.random(new SecureRandom());

  private final Store store;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Logins logins;
  private final int maxBytes;
  private final Workers workers;

  record AcceptanceToPost(
      @Nullable String code, @Nullable String user, @Nullable String password) {}

  /** Either role and organisation, or the id of a unit that tells both. */
  record InvitationToPost(
      @Nullable String role,
      @Nullable String name,
      @Nullable String organisation,
      @Nullable String unit) {}

  /** An account with the code by which its holder comes in for the first time, shown once. */
  record InvitationView(String account, String code) {}

  InvitationApi(Backend backend, int maxBytes, Workers workers) {
    this.store = backend.platform().store();
    this.accounts = backend.accounts();
    this.organisations = new Organisations(store, new SecureRandom());
    this.logins = backend.logins();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.post(Operation.ACCEPT_INVITATION, "/invitations/acceptance", json, this::accept),
        Endpoint.post(Operation.POST_INVITATION, "/invitations", json, this::invite));
  }

  private Future<Answer> accept(Call call) {
    AcceptanceToPost posted = call.json(AcceptanceToPost.class);
    String code = text("code", posted.code());
    String user = text("user", posted.user());
    String password = text("password", posted.password());
    return workers.run(
        () ->
            Answer.json(
                refusing(
                    () ->
                        logins.accept(
                            Token.isWellFormed(code) ? Token.of(code) : UNKNOWN, user, password))));
  }

  private Future<Answer> invite(Call call) {
    InvitationToPost posted = call.json(InvitationToPost.class);
    String name = text("name", posted.name());
    return workers.run(
        () -> {
          Account account = accounts.fresh(name, standing(posted));
          Command<Answer> change =
              changes -> {
                accounts.open(changes, account);
                String code = logins.invite(changes, account.id()).reveal();
                return Answer.created("/accounts", new InvitationView(account.id(), code));
              };
          return store.execute(OncePerKey.of(call, Operation.POST_INVITATION, change));
        });
  }

  private Standing standing(InvitationToPost posted) {
    if (posted.unit() == null) {
      Role role = role(text("role", posted.role()));
      String organisation = text("organisation", posted.organisation());
      if (role == Role.ENTERPRISE && !Uscc.isWellFormed(organisation)) {
        throw invalid("organisation", "企业账户以统一社会信用代码登记", "An enterprise is known by its code");
      }
      return new Standing(role, organisation, Seat.NONE);
    }
    Organisation unit =
        organisations
            .find(posted.unit())
            .orElseThrow(
                () -> invalid("unit", "没有该机构，见 /api/v1/organisations", "no such organisation"));
    Standing standing = organisations.standing(unit);
    if (posted.role() != null && role(posted.role()) != standing.role()) {
      throw invalid("role", "与机构类别不符", "The organisation is of another role");
    }
    if (posted.organisation() != null && !posted.organisation().equals(standing.organisation())) {
      throw invalid("organisation", "与所填机构不符", "The unit is of another organisation");
    }
    return standing;
  }

  private static Role role(String id) {
    return Role.ofId(id).orElseThrow(() -> invalid("role", "没有此角色", "There is no such role"));
  }
}
