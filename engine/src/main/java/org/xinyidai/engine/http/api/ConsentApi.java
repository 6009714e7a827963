package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.consent.Consent;
import org.xinyidai.engine.consent.ConsentText;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.consent.DataCategory;
import org.xinyidai.engine.consent.Purpose;
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
import org.xinyidai.models.subject.Uscc;

/** Consents: given and withdrawn by enterprises, seen by both sides (授权). */
final class ConsentApi {
  private static final int ID_BYTES = 12;

  /** The custom of the trade; the text of the consent says so too. */
  private static final int MOST_MONTHS = 12;

  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final Backend backend;
  private final Consents consents;
  private final int maxBytes;
  private final SecureRandom random;
  private final Workers workers;

  /** What an enterprise agrees to; {@code textVersion} is the version that it was shown. */
  record ConsentToPost(
      @Nullable String grantee,
      @Nullable String purpose,
      @Nullable List<String> categories,
      @Nullable Integer months,
      @Nullable Integer textVersion) {}

  record ConsentList(List<Consent> consents, @Nullable String next) {}

  ConsentApi(
      Backend backend, Consents consents, int maxBytes, SecureRandom random, Workers workers) {
    this.backend = backend;
    this.consents = consents;
    this.maxBytes = maxBytes;
    this.random = random;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.get(Operation.GET_CONSENT_TEXT, "/consent-text", this::text),
        Endpoint.post(Operation.POST_CONSENT, "/consents", json, this::post),
        Endpoint.get(Operation.LIST_CONSENTS, "/consents", this::list).withQuery("after", "limit"),
        Endpoint.get(Operation.GET_CONSENT, "/consents/{id}", this::consent),
        Endpoint.post(
            Operation.REVOKE_CONSENT, "/consents/{id}/revocation", Intake.none(), this::revoke));
  }

  private Future<Answer> text(Call call) {
    return workers.run(() -> Answer.json(ConsentText.current()));
  }

  private Future<Answer> post(Call call) {
    ConsentToPost posted = call.json(ConsentToPost.class);
    String uscc = call.access().account().organisation();
    ConsentText text = ConsentText.current();
    if (posted.textVersion() == null || posted.textVersion() != text.version()) {
      throw invalid(
          "textVersion",
          "授权书现行版本为第" + text.version() + "版，请阅读 /api/v1/consent-text 后同意",
          "The text is version " + text.version() + " now: read /api/v1/consent-text and agree");
    }
    Purpose purpose =
        Optional.ofNullable(posted.purpose())
            .flatMap(Purpose::ofId)
            .orElseThrow(
                () -> invalid("purpose", "请选择授权用途", "choose a purpose of the description"));
    List<DataCategory> categories = categories(posted);
    int months = posted.months() == null ? 0 : posted.months();
    if (months < 1 || months > MOST_MONTHS) {
      throw invalid("months", "授权期限为1至12个月", "from 1 to 12 months");
    }
    String grantee = posted.grantee() == null ? "" : posted.grantee().strip();
    String id = "c-" + RandomId.digits(random, ID_BYTES);
    Command<Answer> change =
        changes -> {
          Instant now = changes.instant();
          Consent consent =
              new Consent(
                  id,
                  uscc,
                  grantee,
                  purpose,
                  categories,
                  text.version(),
                  text.digest(),
                  now,
                  now.atZone(ChinaTime.ZONE).plusMonths(months).toInstant(),
                  null);
          return Answer.created("/consents/" + id, consents.put(changes, consent));
        };
    Command<Answer> once = OncePerKey.of(call, Operation.POST_CONSENT, change);
    return workers.run(
        () -> {
          backend.requireRealName(new Uscc(uscc));
          refuseUnknownLender(grantee);
          return backend.platform().store().execute(once);
        });
  }

  private static List<DataCategory> categories(ConsentToPost posted) {
    List<String> named = posted.categories() == null ? List.of() : posted.categories();
    if (named.isEmpty()) {
      throw noCategory();
    }
    return named.stream()
        .map(id -> DataCategory.ofId(id).orElseThrow(ConsentApi::noCategory))
        .distinct()
        .sorted()
        .toList();
  }

  private static Refusal noCategory() {
    return invalid("categories", "请选择授权的数据类别", "choose categories of the description");
  }

  private void refuseUnknownLender(String grantee) {
    if (!backend.accounts().hasLender(grantee)) {
      throw invalid("grantee", "平台上没有该金融机构，请核对名称", "There is no such lender here; check its name");
    }
  }

  private Future<Answer> list(Call call) {
    Account account = call.access().account();
    String after = call.query("after").orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          if (account.role() == Role.ENTERPRISE) {
            return Answer.json(
                new ConsentList(consents.of(new Uscc(account.organisation())), null));
          }
          List<Consent> page = consents.to(account.organisation(), after, limit);
          return Answer.json(
              new ConsentList(page, page.size() < limit ? null : page.get(limit - 1).id()));
        });
  }

  private Future<Answer> consent(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(() -> Answer.json(find(id, access)));
  }

  private Future<Answer> revoke(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(
        () -> {
          Consent held = find(id, access);
          Command<Answer> change =
              changes ->
                  Answer.json(backend.loans().desk().withdrawConsent(changes, held).orElseThrow());
          Command<Answer> once = OncePerKey.of(call, Operation.REVOKE_CONSENT, change);
          return backend.platform().store().execute(once);
        });
  }

  /** Each side finds its own. */
  private Consent find(String id, Access access) {
    boolean lender = access.account().role() == Role.BANK;
    return consents
        .find(id)
        .filter(one -> access.covers(lender ? one.grantee() : one.uscc()))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }
}
