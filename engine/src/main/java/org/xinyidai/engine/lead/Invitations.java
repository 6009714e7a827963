package org.xinyidai.engine.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.product.LoanProduct;

/**
 * A lender invites an enterprise whose name it does not know (邀约): the enterprise is told, and may
 * consent or let it be.
 */
public final class Invitations {
  /** A lead can be written to so long after it was told last. */
  public static final Duration VALID = Duration.ofDays(90);

  /** One lender does not write to one enterprise more often. */
  public static final Duration PAUSE = Duration.ofDays(30);

  private static final String INVITED = "/invited";

  private final LeadStore store;
  private final Quotas quotas;
  private final Notices notices;

  Invitations(LeadStore store, Quotas quotas, Notices notices) {
    this.store = store;
    this.quotas = quotas;
    this.notices = notices;
  }

  /** An invitation that was sent. */
  public record Invitation(String id, String leadId, String productId, Instant at) {}

  /** What became of the wish to invite. */
  public enum Outcome {
    SENT,
    UNKNOWN_LEAD,
    TOO_SOON,
    QUOTA_SPENT
  }

  /** The outcome; the invitation where it was sent, else the one before where it is too soon. */
  public record Result(Outcome outcome, @Nullable Invitation invitation) {}

  public String newId() {
    return store.newId("v-");
  }

  /** Invites as a part of a larger change. */
  public Result put(Changes changes, String id, String lender, String leadId, LoanProduct product) {
    byte[] known = LeadStore.of(LeadStore.LEAD, lender, leadId);
    Optional<LeadExports.Known> lead =
        leadId.contains("/")
            ? Optional.empty()
            : LeadStore.find(changes, known, LeadExports.Known.class);
    Instant now = changes.instant();
    if (lead.isEmpty() || lead.get().at().plus(VALID).isBefore(now)) {
      return new Result(Outcome.UNKNOWN_LEAD, null);
    }
    byte[] invited = LeadStore.of(LeadStore.LEAD, lender, place(leadId));
    Optional<Invitation> last = LeadStore.find(changes, invited, Invitation.class);
    if (last.isPresent() && last.get().at().plus(PAUSE).isAfter(now)) {
      return new Result(Outcome.TOO_SOON, last.get());
    }
    Quotas.Standing standing = quotas.of(changes, lender);
    if (standing.invitationsLeft() == 0) {
      return new Result(Outcome.QUOTA_SPENT, null);
    }
    quotas.use(changes, standing, 0, 1);
    Invitation invitation = new Invitation(id, leadId, product.id().value(), now);
    LeadStore.put(changes, invited, invitation);
    notices.put(
        changes,
        new Notice(
            lead.get().uscc(), Notice.Kind.LEAD_INVITATION, now, id, "", words(lender, product)));
    return new Result(Outcome.SENT, invitation);
  }

  /** Beside the lead itself. */
  static String place(String leadId) {
    return leadId + INVITED;
  }

  private static Notice.Words words(String lender, LoanProduct product) {
    return new Notice.Words(
        "%s邀请贵企业了解其产品“%s”（%s）。对方看不到贵企业的名称和明细数据；如有意向，可向该机构授权，或不予理会。"
            .formatted(lender, product.name().zh(), product.id()),
        "%s invites you to its product %s (%s). It sees neither your name nor exact figures; give"
                .formatted(lender, product.name().en(), product.id())
            + " it consent if you are interested, or let it be.");
  }
}
