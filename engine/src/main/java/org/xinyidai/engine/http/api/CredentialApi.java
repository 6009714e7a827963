package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.signature.VerifyingKey;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Bindings;
import org.xinyidai.engine.identity.CertificateFingerprint;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.TokenWish;
import org.xinyidai.engine.identity.Tokens;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.Store;

/** How the security administrator gives machines their tokens and binds them (机器凭证管理). */
final class CredentialApi {
  private final Backend backend;
  private final Store store;
  private final Tokens tokens;
  private final Bindings bindings;
  private final int maxBytes;
  private final Workers workers;

  record TokenToPost(@Nullable List<String> scopes, @Nullable String lastDay) {}

  record CertificateToPost(@Nullable String certificate) {}

  record KeyToPost(@Nullable String keyId, @Nullable String publicKey) {}

  CredentialApi(Backend backend, int maxBytes, SecureRandom random, Workers workers) {
    this.backend = backend;
    this.store = backend.platform().store();
    this.tokens = new Tokens(store, random);
    this.bindings = new Bindings(store);
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    Intake none = Intake.none();
    return List.of(
        Endpoint.get(Operation.GET_CREDENTIALS, "/accounts/{id}/credentials", this::show),
        Endpoint.post(
            Operation.END_SESSIONS, "/accounts/{id}/sessions/end", none, this::endSessions),
        Endpoint.post(Operation.ISSUE_TOKEN, "/accounts/{id}/tokens", json, this::issue),
        Endpoint.post(
            Operation.REVOKE_TOKEN, "/accounts/{id}/tokens/{token}/revocation", none, this::revoke),
        Endpoint.post(
            Operation.BIND_CERTIFICATE, "/accounts/{id}/certificates", json, this::bindCertificate),
        Endpoint.post(Operation.REGISTER_KEY, "/accounts/{id}/keys", json, this::registerKey),
        Endpoint.post(
            Operation.UNBIND, "/accounts/{id}/bindings/{name}/removal", none, this::unbind));
  }

  private Future<Answer> show(Call call) {
    String id = call.path("id");
    return workers.run(
        () -> {
          Account account = account(id);
          return Answer.json(
              CredentialView.of(
                  account,
                  tokens.of(account.id()),
                  bindings.of(account.id()),
                  backend.sessions().of(account.id())));
        });
  }

  /** Whoever is in must come in again; the account stays. */
  private Future<Answer> endSessions(Call call) {
    String id = call.path("id");
    return workers.run(
        () -> {
          List<byte[]> open = backend.sessions().keysOf(account(id).id());
          Predicate<Changes> end =
              changes -> {
                backend.sessions().end(changes, open);
                return true;
              };
          return once(call, Operation.END_SESSIONS, end);
        });
  }

  private Future<Answer> issue(Call call) {
    TokenToPost posted = call.json(TokenToPost.class);
    if (posted.scopes() == null
        || posted.scopes().isEmpty()
        || posted.scopes().stream().anyMatch(Objects::isNull)) {
      throw invalid("scopes", "至少列出一项授权范围", "Name one scope at least");
    }
    TokenWish wish = new TokenWish(posted.scopes(), day(posted.lastDay()));
    String id = call.path("id");
    return workers.run(
        () -> {
          Account account = account(id);
          wish.fault(account.role(), backend.now()).ifPresent(CredentialApi::refuse);
          Command<Answer> change =
              changes -> {
                Tokens.Issued issued = tokens.issue(changes, account.id(), wish.grant());
                return Answer.created(
                    "/accounts/" + account.id() + "/credentials",
                    CredentialView.IssuedView.of(issued, wish.grant()));
              };
          return store.execute(OncePerKey.of(call, Operation.ISSUE_TOKEN, change));
        });
  }

  private Future<Answer> revoke(Call call) {
    String id = call.path("id");
    String token = call.path("token");
    return workers.run(
        () -> {
          byte[] key = tokens.find(account(id).id(), token).orElseThrow(() -> unknown("token"));
          return once(call, Operation.REVOKE_TOKEN, changes -> tokens.revoke(changes, key));
        });
  }

  private Future<Answer> bindCertificate(Call call) {
    CertificateFingerprint certificate =
        Optional.ofNullable(call.json(CertificateToPost.class).certificate())
            .flatMap(CertificateFingerprint::parse)
            .orElseThrow(
                () ->
                    invalid(
                        "certificate",
                        "须为 PEM 证书或 SHA-256 指纹",
                        "A certificate in PEM or its SHA-256 fingerprint"));
    return bind(
        call,
        Operation.BIND_CERTIFICATE,
        (changes, account) -> bindings.bind(changes, account, certificate));
  }

  private Future<Answer> registerKey(Call call) {
    KeyToPost posted = call.json(KeyToPost.class);
    String keyId =
        Optional.ofNullable(posted.keyId())
            .filter(Bindings::isKeyId)
            .orElseThrow(
                () ->
                    invalid(
                        "keyId",
                        "须为1至64个字母、数字、点、横线或下划线",
                        "1 to 64 letters, digits, dots, dashes or underscores"));
    VerifyingKey key =
        Optional.ofNullable(posted.publicKey())
            .flatMap(VerifyingKey::ofPem)
            .orElseThrow(
                () ->
                    invalid(
                        "publicKey",
                        "须为 Ed25519、P-256 或 SM2 的 PEM 公钥",
                        "A public key in PEM for Ed25519, P-256 or SM2"));
    return bind(
        call,
        Operation.REGISTER_KEY,
        (changes, account) -> bindings.bind(changes, account, keyId, key));
  }

  private Future<Answer> unbind(Call call) {
    String id = call.path("id");
    String name = call.path("name");
    return workers.run(
        () -> {
          String account = account(id).id();
          return once(call, Operation.UNBIND, changes -> bindings.unbind(changes, account, name));
        });
  }

  @FunctionalInterface
  private interface Bind {
    boolean to(Changes changes, String account);
  }

  private Future<Answer> bind(Call call, Operation operation, Bind bind) {
    String id = call.path("id");
    return workers.run(
        () -> {
          Account account = account(id);
          Command<Answer> change =
              changes -> {
                if (!bind.to(changes, account.id())) {
                  throw invalid(
                      "id",
                      "最多绑定" + Bindings.MOST + "个证书和" + Bindings.MOST + "个公钥，请先解除旧的",
                      "At most " + Bindings.MOST + " of each; take an old one away first");
                }
                return Answer.json(new CredentialView.Done(true));
              };
          return store.execute(OncePerKey.of(call, operation, change));
        });
  }

  private Answer once(Call call, Operation operation, Predicate<Changes> work) {
    Command<Answer> change =
        changes -> {
          if (!work.test(changes)) {
            throw unknown("name");
          }
          return Answer.json(new CredentialView.Done(true));
        };
    return store.execute(OncePerKey.of(call, operation, change));
  }

  private Account account(String id) {
    return backend.accounts().find(id).orElseThrow(() -> unknown("id"));
  }

  private static LocalDate day(@Nullable String text) {
    if (text == null || !text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      throw invalid("lastDay", "最后有效日须为 YYYY-MM-DD", "The last day is written YYYY-MM-DD");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid("lastDay", "没有这一天", "There is no such day");
    }
  }

  private static void refuse(TokenWish.Faulty faulty) {
    String word = faulty.word();
    throw switch (faulty.fault()) {
      case SCOPE_UNKNOWN ->
          invalid(
              "scopes",
              word + " 不是操作名；仅 postRecords 可加冒号与归集目录项",
              word + " is no operation; postRecords alone may be narrowed to a feed");
      case SCOPE_OF_ANOTHER_ROLE ->
          invalid("scopes", "该账户的角色无权执行 " + word, "The account's role may not call " + word);
      case DAY_PASSED -> invalid("lastDay", "最后有效日已过", "The last day has passed");
      case DAY_TOO_FAR ->
          invalid(
              "lastDay",
              "有效期不超过" + Tokens.LONGEST_DAYS + "天",
              "A token holds for " + Tokens.LONGEST_DAYS + " days at most");
    };
  }

  private static Refusal unknown(String field) {
    return Refusal.of(ProblemType.NOT_FOUND).at(field);
  }
}
