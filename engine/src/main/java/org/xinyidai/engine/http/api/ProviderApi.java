package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.api.LoginAnswers.text;
import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import io.vertx.core.http.CookieSameSite;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.login.LoginRefused;
import org.xinyidai.engine.login.ProviderLogins;
import org.xinyidai.engine.login.ProviderLogins.Returned;
import org.xinyidai.engine.login.Sessions;
import org.xinyidai.engine.oidc.IdentityProviders;

/** Coming in by an organisation's own provider (机构统一登录). */
final class ProviderApi {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderApi.class);

  /** Sent along when the provider's page leads back, so Lax; a session's own is Strict. */
  private static final String BROWSER_COOKIE = "__Host-xyd-provider";

  private static final String PAGE = "/login";
  private static final String SESSIONS = "/sessions";

  private final ProviderLogins logins;
  private final int maxBytes;
  private final Workers workers;

  record ProviderView(String id, String title) {}

  record ProviderList(List<ProviderView> providers) {}

  record ProviderSessionToPost(@Nullable String provider, @Nullable String invitation) {}

  /** Where the browser is to go. */
  record ProviderSession(String location) {}

  ProviderApi(Backend backend, int maxBytes, Workers workers) {
    this.logins = backend.providers();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_PROVIDERS, SESSIONS + "/providers", this::list),
        Endpoint.post(
            Operation.POST_PROVIDER_SESSION,
            SESSIONS + "/provider",
            Intake.json(maxBytes),
            this::begin),
        Endpoint.get(
                Operation.GET_PROVIDER_CALLBACK,
                IdentityProviders.CALLBACK.substring(Endpoint.BASE.length()),
                this::complete)
            .withQuery(
                "state",
                "code",
                "iss",
                "session_state",
                "error",
                "error_description",
                "error_uri"));
  }

  private Future<Answer> list(Call call) {
    return Future.succeededFuture(
        Answer.json(
            new ProviderList(
                logins.providers().all().stream()
                    .map(one -> new ProviderView(one.id(), one.title()))
                    .toList())));
  }

  private Future<Answer> begin(Call call) {
    ProviderSessionToPost posted = call.json(ProviderSessionToPost.class);
    String provider = text("provider", posted.provider());
    String invitation = posted.invitation() == null ? "" : posted.invitation().strip();
    if (!invitation.isEmpty() && !Token.isWellFormed(invitation)) {
      throw invalid("invitation", "邀请码格式有误", "This is no code of an invitation");
    }
    @Nullable Token code = invitation.isEmpty() ? null : Token.of(invitation);
    return workers.run(
        () -> {
          ProviderLogins.Begun begun =
              begin(provider, code)
                  .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("provider"));
          return Answer.created(SESSIONS + "/own", new ProviderSession(begun.location().toString()))
              .withHeader(
                  "Set-Cookie",
                  LoginAnswers.cookie(
                      BROWSER_COOKIE,
                      begun.browser().reveal(),
                      CookieSameSite.LAX,
                      Optional.of(ProviderLogins.PATIENCE)));
        });
  }

  private Optional<ProviderLogins.Begun> begin(String provider, @Nullable Token code) {
    try {
      return logins.begin(provider, code);
    } catch (IOException e) {
      LOG.warn("the provider {} cannot be asked", provider, e);
      throw Refusal.of(ProblemType.NOT_READY);
    }
  }

  /** A browser stands here, not a program: whatever comes of it is shown on the page. */
  private Future<Answer> complete(Call call) {
    Optional<String> state = call.query("state");
    Optional<String> code = call.query("code");
    Optional<Token> browser = call.tokenCookie(BROWSER_COOKIE);
    if (state.isEmpty() || code.isEmpty() || browser.isEmpty()) {
      return Future.succeededFuture(elsewhere("#refused"));
    }
    Returned returned = new Returned(state.get(), code.get(), call.query("iss"), browser.get());
    return workers.run(() -> complete(returned));
  }

  private static Answer elsewhere(String why) {
    return Answer.seeOther(PAGE + why, new ProviderSession(PAGE + why));
  }

  private Answer complete(Returned returned) {
    try {
      Sessions.Begun begun = logins.complete(returned);
      return elsewhere("")
          .withHeader("Set-Cookie", LoginAnswers.cookie(begun.token().reveal(), Optional.empty()));
    } catch (LoginRefused e) {
      return elsewhere(
          e.reason() == LoginRefused.Reason.NO_INVITATION ? "#invitation" : "#refused");
    } catch (IOException e) {
      LOG.warn("a provider cannot be asked", e);
      return elsewhere("#unreachable");
    }
  }
}
