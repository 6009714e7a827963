package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.api.LoginAnswers.refusing;
import static org.xinyidai.engine.http.api.LoginAnswers.text;

import io.vertx.core.Future;
import java.time.Duration;
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
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.login.Logins;
import org.xinyidai.engine.login.Sessions;

/** How people come in and go out (登录与会话). */
final class SessionApi {
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

  /**
   * Who is in; {@code csrf} goes back in X-CSRF-Token with every change.
   *
   * @param division of a district's office; null of all others
   */
  record SessionView(
      String user, String role, String organisation, @Nullable String division, String csrf) {}

  record Ended(boolean ended) {}

  SessionApi(Backend backend, int maxBytes, Workers workers) {
    this.accounts = backend.accounts();
    this.logins = backend.logins();
    this.sessions = backend.sessions();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.post(Operation.POST_SESSION, "/sessions", json, this::enter),
        Endpoint.get(Operation.GET_SESSION, "/sessions/own", this::session),
        Endpoint.post(Operation.END_SESSION, "/sessions/own/end", Intake.none(), this::leave));
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
              .withHeader(
                  "Set-Cookie", LoginAnswers.cookie(begun.token().reveal(), Optional.empty()));
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
              .withHeader("Set-Cookie", LoginAnswers.cookie("", Optional.of(Duration.ZERO)));
        });
  }

  private Sessions.Held held(Call call) {
    return call.sessionToken()
        .flatMap(token -> sessions.find(token))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("Cookie"));
  }

  private static SessionView view(String user, Account account, String csrf) {
    String division = account.seat().isOfDistrict() ? account.seat().division() : null;
    return new SessionView(user, account.role().id(), account.organisation(), division, csrf);
  }
}
