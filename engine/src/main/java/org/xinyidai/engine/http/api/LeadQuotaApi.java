package org.xinyidai.engine.http.api;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.lead.Invitations;
import org.xinyidai.engine.lead.LeadDesk;
import org.xinyidai.engine.lead.LeadDesk.Asker;
import org.xinyidai.engine.lead.Quotas;
import org.xinyidai.engine.lead.Quotas.Quota;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.product.LoanProduct;

/** Daily quotas, set by the office, and the invitations that they bound (额度与邀约). */
final class LeadQuotaApi {
  private final Backend backend;
  private final Store store;
  private final LeadDesk desk;
  private final int maxBytes;
  private final Workers workers;

  record QuotaToPost(
      @Nullable String lender,
      @Nullable Integer leadsPerDay,
      @Nullable Integer invitationsPerDay) {}

  record QuotaView(
      String lender,
      LocalDate day,
      int leadsPerDay,
      int leadsLeft,
      int invitationsPerDay,
      int invitationsLeft) {
    static QuotaView of(Quotas.Standing standing) {
      return new QuotaView(
          standing.lender(),
          standing.day(),
          standing.quota().leadsPerDay(),
          standing.leadsLeft(),
          standing.quota().invitationsPerDay(),
          standing.invitationsLeft());
    }
  }

  record InvitationToPost(@Nullable String product) {}

  LeadQuotaApi(Backend backend, int maxBytes, Workers workers) {
    this.backend = backend;
    this.store = backend.platform().store();
    this.desk = backend.leads();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.get(Operation.GET_LEAD_QUOTA, "/lead-quota", this::quota).withQuery("lender"),
        Endpoint.post(Operation.POST_LEAD_QUOTA, "/lead-quota", json, this::post),
        Endpoint.post(Operation.INVITE_LEAD, "/leads/{id}/invitation", json, this::invite));
  }

  private Future<Answer> quota(Call call) {
    boolean office = call.access().account().role() == Role.OFFICE;
    String own = call.access().account().organisation();
    String lender = office ? call.query("lender").orElse("") : own;
    if (office && lender.isBlank()) {
      throw Refusal.of(ProblemType.INVALID_PARAMETER, "请给出机构名称 lender", "name the lender in lender")
          .at("lender");
    }
    Instant now = backend.now();
    return workers.run(() -> Answer.json(QuotaView.of(desk.quotas().of(lender, now))));
  }

  private Future<Answer> post(Call call) {
    QuotaToPost posted = call.json(QuotaToPost.class);
    String lender = posted.lender() == null ? "" : posted.lender().strip();
    Quota quota =
        new Quota(
            bounded("leadsPerDay", posted.leadsPerDay(), Quotas.USUAL.leadsPerDay()),
            bounded(
                "invitationsPerDay", posted.invitationsPerDay(), Quotas.USUAL.invitationsPerDay()));
    Instant now = backend.now();
    Command<Answer> change =
        changes -> {
          desk.quotas().set(changes, lender, quota);
          Quotas.Standing standing = desk.quotas().of(lender, now);
          return Answer.json(
              QuotaView.of(new Quotas.Standing(lender, standing.day(), quota, standing.used())));
        };
    Command<Answer> once = OncePerKey.of(call, Operation.POST_LEAD_QUOTA, change);
    return workers.run(
        () -> {
          refuseUnknown(lender);
          return store.execute(once);
        });
  }

  private void refuseUnknown(String lender) {
    if (!backend.accounts().hasLender(lender)) {
      throw Refusal.invalid(
          "lender", "平台上没有该金融机构，请核对名称", "There is no such lender here; check its name");
    }
  }

  private static int bounded(String field, @Nullable Integer posted, int usual) {
    int number = posted == null ? usual : posted;
    if (number < 0 || number > Quotas.MOST) {
      throw Refusal.invalid(
          field, "须为0至" + Quotas.MOST + "的整数", "a whole number from 0 to " + Quotas.MOST);
    }
    return number;
  }

  private Future<Answer> invite(Call call) {
    InvitationToPost posted = call.json(InvitationToPost.class);
    Asker asker = ScreeningBodies.asker(call.access().account());
    String leadId = call.path("id");
    String named = posted.product() == null ? "" : posted.product();
    Invitations invitations = desk.invitations();
    String id = invitations.newId();
    return workers.run(
        () -> {
          LoanProduct product =
              desk.product(asker, named)
                  .orElseThrow(
                      () ->
                          Refusal.invalid(
                              "product",
                              "本机构没有该产品，请核对产品编号",
                              "your institution has no such product; check its id"));
          Command<Answer> change =
              changes ->
                  answer(
                      invitations.put(changes, id, asker.organisation(), leadId, product),
                      changes.instant());
          return store.execute(OncePerKey.of(call, Operation.INVITE_LEAD, change));
        });
  }

  private static Answer answer(Invitations.Result result, Instant now) {
    Invitations.Invitation invitation = result.invitation();
    return switch (result.outcome()) {
      case SENT -> Answer.json(requireNonNull(invitation));
      case UNKNOWN_LEAD -> throw Refusal.of(ProblemType.NOT_FOUND).at("id");
      case TOO_SOON ->
          throw Refusal.of(
                  ProblemType.TOO_OFTEN,
                  "已邀约过该企业，" + Invitations.PAUSE.toDays() + "天内不再重复",
                  "this enterprise was invited already; not again within "
                      + Invitations.PAUSE.toDays()
                      + " days")
              .withHeader("Retry-After", Long.toString(Invitations.PAUSE.toSeconds()));
      case QUOTA_SPENT ->
          throw LeadApi.spent(
              "今日邀约额度已用完，次日恢复，或请金融办调整额度",
              "today's quota of invitations is spent; it is back tomorrow, or ask the office",
              now);
    };
  }
}
