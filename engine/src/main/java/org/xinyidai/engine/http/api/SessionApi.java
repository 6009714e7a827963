package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.login.LoginRefused;
import org.xinyidai.engine.login.Logins;
import org.xinyidai.engine.login.Sessions;
import org.xinyidai.models.subject.Uscc;

/** How people come in and go out, and how the security administrator lets them (登录与账户). */
final class SessionApi {
  private static final String COOKIE = Call.SESSION_COOKIE;

  /** Has the shape of a code and is nobody's. */
  private static final Token UNKNOWN = Token.random(new SecureRandom());

  private final Accounts accounts;
  private final Logins logins;
  private final Sessions sessions;
  private final int maxBytes;
  private final Workers workers;

  record LoginToPost(
      @Nullable String user,
      @Nullable String password,
      @Nullable String code,
      @Nullable String newPassword) {}

  /** Who is in; {@code csrf} goes back in X-CSRF-Token with every change. */
  record SessionView(String user, String role, String organisation, String csrf) {}

  record AcceptanceToPost(
      @Nullable String code, @Nullable String user, @Nullable String password) {}

  record InvitationToPost(
      @Nullable String role, @Nullable String name, @Nullable String organisation) {}

  /** An account with the code by which its holder comes in for the first time, shown once. */
  record InvitationView(String account, String code) {}

  record AccountView(String id, String role, String name, String organisation) {}

  record AccountList(List<AccountView> accounts) {}

  record Ended(boolean ended) {}

  SessionApi(Accounts accounts, Logins logins, Sessions sessions, int maxBytes, Workers workers) {
    this.accounts = accounts;
    this.logins = logins;
    this.sessions = sessions;
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.post(Operation.POST_SESSION, "/sessions", json, this::enter),
        Endpoint.get(Operation.GET_SESSION, "/sessions/own", this::session),
        Endpoint.post(Operation.END_SESSION, "/sessions/own/end", Intake.none(), this::leave),
        Endpoint.post(Operation.ACCEPT_INVITATION, "/invitations/acceptance", json, this::accept),
        Endpoint.post(Operation.POST_INVITATION, "/invitations", json, this::invite),
        Endpoint.get(Operation.LIST_ACCOUNTS, "/accounts", this::list),
        Endpoint.post(
            Operation.REMOVE_ACCOUNT, "/accounts/{id}/removal", Intake.none(), this::remove));
  }

  private Future<Answer> enter(Call call) {
    LoginToPost posted = call.json(LoginToPost.class);
    Logins.Attempt attempt =
        new Logins.Attempt(
            text("user", posted.user()),
            text("password", posted.password()),
            posted.code(),
            posted.newPassword());
    return workers.run(
        () -> {
          Sessions.Begun begun = refusing(() -> logins.enter(attempt));
          Account account = accounts.find(begun.session().accountId()).orElseThrow();
          return Answer.created(
                  "/sessions/own", view(begun.session().user(), account, begun.session().csrf()))
              .withHeader("Set-Cookie", cookie(begun.token().reveal(), Optional.empty()));
        });
  }

  private Future<Answer> session(Call call) {
    return workers.run(
        () -> {
          Sessions.Held held = held(call);
          return Answer.json(view(held.session().user(), held.account(), held.session().csrf()));
        });
  }

  private Future<Answer> leave(Call call) {
    return workers.run(
        () -> {
          held(call);
          boolean ended = call.sessionToken().map(sessions::end).orElse(false);
          return Answer.json(new Ended(ended))
              .withHeader("Set-Cookie", cookie("", Optional.of(Duration.ZERO)));
        });
  }

  private Sessions.Held held(Call call) {
    return call.sessionToken()
        .flatMap(token -> sessions.find(token))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("Cookie"));
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
    Role role =
        Role.ofId(text("role", posted.role()))
            .orElseThrow(() -> invalid("role", "没有此角色", "There is no such role"));
    String name = text("name", posted.name());
    String organisation = text("organisation", posted.organisation());
    if (role == Role.ENTERPRISE && !Uscc.isWellFormed(organisation)) {
      throw invalid("organisation", "企业账户以统一社会信用代码登记", "An enterprise is known by its code");
    }
    return workers.run(
        () -> {
          Account account = accounts.open(role, name, organisation);
          return Answer.created(
              "/accounts", new InvitationView(account.id(), logins.invite(account.id()).reveal()));
        });
  }

  private Future<Answer> list(Call call) {
    return workers.run(
        () ->
            Answer.json(
                new AccountList(
                    accounts.all().stream()
                        .map(
                            one ->
                                new AccountView(
                                    one.id(), one.role().id(), one.name(), one.organisation()))
                        .toList())));
  }

  private Future<Answer> remove(Call call) {
    String id = call.path("id");
    return workers.run(
        () -> {
          boolean removed = accounts.remove(id);
          if (!sessions.forget(id) && !removed) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("id");
          }
          return Answer.json(new Ended(true));
        });
  }

  private static SessionView view(String user, Account account, String csrf) {
    return new SessionView(user, account.role().id(), account.organisation(), csrf);
  }

  /** {@code __Host-}: of this host alone, over TLS or to this machine itself, for every path. */
  private static String cookie(String value, Optional<Duration> lives) {
    Cookie cookie =
        Cookie.cookie(COOKIE, value)
            .setPath("/")
            .setSecure(true)
            .setHttpOnly(true)
            .setSameSite(CookieSameSite.STRICT);
    lives.ifPresent(age -> cookie.setMaxAge(age.toSeconds()));
    return cookie.encode();
  }

  private static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (LoginRefused e) {
      throw switch (e.reason()) {
        case WRONG -> Refusal.of(ProblemType.LOGIN_REFUSED);
        case EXPIRED -> Refusal.of(ProblemType.PASSWORD_EXPIRED).at("newPassword");
        case WEAK -> invalid("password", e.zh(), "The password does not fit the profile");
        case NO_INVITATION -> invalid("code", e.zh(), "The invitation does not hold");
        case NAME -> invalid("user", e.zh(), "This user name cannot be had");
      };
    }
  }

  private static String text(String field, @Nullable String given) {
    if (given == null || given.isBlank() || given.length() > Account.MAX_TEXT) {
      throw invalid(
          field,
          "必填，不超过" + Account.MAX_TEXT + "字",
          "Required, at most " + Account.MAX_TEXT + " characters");
    }
    return given;
  }

  private static Refusal invalid(String field, String zh, String en) {
    return Refusal.of(ProblemType.INVALID_VALUE, zh, en).at(field);
  }
}
