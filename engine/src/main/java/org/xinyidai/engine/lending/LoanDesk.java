package org.xinyidai.engine.lending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.consent.Consent;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.DrawDownStep;
import org.xinyidai.models.financing.application.FairHandling;
import org.xinyidai.models.financing.application.Filing;
import org.xinyidai.models.financing.application.Guarantee;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Outcome;
import org.xinyidai.models.financing.application.PlainStep;
import org.xinyidai.models.financing.application.ReassignmentStep;
import org.xinyidai.models.financing.application.RefinanceStep;
import org.xinyidai.models.financing.application.Renewal;
import org.xinyidai.models.financing.application.SigningStep;
import org.xinyidai.models.financing.application.Step;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.TakeUpStep;
import org.xinyidai.models.financing.application.Workflow;
import org.xinyidai.models.financing.application.Workflow.Moment;
import org.xinyidai.models.product.Text;

/**
 * Files applications and takes their steps (融资申请办理台, B4). Each is a part of one change: the
 * application, what follows for others of its demand, the notices and the event for the outbox.
 */
public final class LoanDesk {
  private final Applications applications;
  private final Consents consents;
  private final LoanNotices notices;
  private final LoanResults results;
  private final Consequences consequences;
  private final Contracts contracts;

  LoanDesk(
      Applications applications,
      LoanNotices notices,
      LoanResults results,
      Consequences consequences) {
    this.applications = applications;
    this.consents = new Consents(applications.store());
    this.contracts = new Contracts(applications.store());
    this.notices = notices;
    this.results = results;
    this.consequences = consequences;
  }

  /**
   * Files the applications of an order, all or none, each with the same start of its clock.
   *
   * @throws ApplicationRefused when the demand may not go to these lenders, or is no renewal
   */
  public List<Application> file(Changes changes, Order order) {
    List<Application> held = applications.of(changes, order.demand().id());
    FairHandling.obstacle(held, order.lenders()).ifPresent(why -> refuse("products", why));
    renewed(changes, order);
    return order.items().stream().map(item -> file(changes, order, item)).toList();
  }

  /**
   * Takes a step.
   *
   * @return empty when there is no such application
   * @throws ApplicationRefused when the step cannot be taken
   */
  public Optional<Application> take(Changes changes, ApplicationId id, Step step, Actor actor) {
    return take(changes, id, step, actor, day(changes.instant()));
  }

  /**
   * Takes a step where nobody else has taken one since the application was read.
   *
   * @return empty where somebody has
   */
  public Optional<Application> takeIfUnchanged(
      Changes changes, Application read, Step step, Actor actor) {
    return applications
        .find(changes, read.id())
        .filter(read::equals)
        .map(before -> take(changes, before, step, actor, day(changes.instant())));
  }

  /** The same as if it were another day. */
  Optional<Application> take(
      Changes changes, ApplicationId id, Step step, Actor actor, LocalDate today) {
    return applications.find(changes, id).map(before -> take(changes, before, step, actor, today));
  }

  /**
   * Gives an application over to another lender.
   *
   * @param order with one item, whose origin is the application
   * @return the new application
   * @throws ApplicationRefused when that cannot be
   */
  public Application reassign(
      Changes changes, ApplicationId id, Order order, String note, Actor actor) {
    Order.Item item = order.items().get(0);
    Application before = applications.find(changes, id).orElseThrow();
    ReassignmentStep step = new ReassignmentStep(item.id(), item.target().lender(), note);
    take(changes, before, step, actor, day(changes.instant()));
    return file(changes, order).get(0);
  }

  /**
   * Withdraws a consent, and tells the lender that held it and what it still has in hand.
   *
   * @return empty when there is no such consent
   */
  public Optional<Consent> withdrawConsent(Changes changes, Consent read) {
    List<ApplicationId> running =
        applications.running(read.uscc(), mark -> mark.lender().equals(read.grantee()));
    Optional<Consent> revoked = consents.revoke(changes, read.id());
    revoked
        .filter(consent -> changes.instant().equals(consent.revokedAt())) // now, and not before
        .ifPresent(consent -> notices.consentWithdrawn(changes, consent, running));
    return revoked;
  }

  private Application file(Changes changes, Order order, Order.Item item) {
    Instant now = changes.instant();
    Filing filing =
        new Filing(
            order.demand().id(),
            order.demand().uscc(),
            order.district(),
            item.target(),
            order.demand().request(),
            now,
            order.origin(),
            item.findings(),
            order.applicant());
    Application filed = Application.filed(item.id(), filing, day(now));
    ConsentTerms terms = order.consent();
    if (terms != null) {
      consents.put(
          changes, terms.consent(item.consentId(), filing.uscc(), item.target().lender(), now));
    }
    applications.put(changes, filed, day(now));
    notices.filed(changes, filed);
    return filed;
  }

  private void renewed(Changes changes, Order order) {
    ApplicationId of = order.origin().of();
    if (order.origin().kind() != Origin.Kind.RENEWAL || of == null) {
      return;
    }
    Application old =
        applications
            .find(changes, of)
            .filter(one -> one.filing().uscc().equals(order.demand().uscc()))
            .orElseThrow(
                () ->
                    new ApplicationRefused(
                        "renewalOf", new Text("没有这笔申请", "there is no such application")));
    boolean withoutRepayment = order.origin().withoutRepayment();
    for (String lender : order.lenders()) {
      Renewal.obstacle(old, lender, order.demand().request(), withoutRepayment)
          .ifPresent(why -> refuse("renewalOf", why));
    }
  }

  private Application take(
      Changes changes, Application before, Step step, Actor actor, LocalDate today) {
    Application after = decide(before, step, actor, new Moment(changes.instant(), today));
    if (step instanceof SigningStep) {
      contracts.sign(changes, after);
    }
    keep(changes, before, after, today);
    if (step instanceof DrawDownStep drawn && before.loan().drawDowns().isEmpty()) {
      refinance(changes, after, drawn, today);
    }
    if (step instanceof TakeUpStep chosen) {
      passOver(changes, after, chosen.keepOthers(), today);
    }
    return after;
  }

  private static Application decide(Application before, Step step, Actor actor, Moment moment) {
    Outcome outcome = Workflow.take(before, step, actor, moment);
    if (outcome instanceof Outcome.Taken taken) {
      return taken.application();
    }
    throw ApplicationRefused.of((Outcome.Refused) outcome);
  }

  private void keep(Changes changes, Application before, Application after, LocalDate today) {
    Guarantee was = before.guarantee();
    Guarantee is = after.guarantee();
    if (was != null && is != null && !was.organisation().equals(is.organisation())) {
      applications.forget(changes, after, was.organisation());
    }
    applications.put(changes, after, today);
    notices.stepped(changes, after);
    results.put(changes, after, today);
    if (after.state() != before.state()) {
      consequences.follow(changes, after, today);
    }
  }

  /** The first draw-down of a renewal without repayment settles the loan that it follows. */
  private void refinance(
      Changes changes, Application renewal, DrawDownStep drawn, LocalDate today) {
    ApplicationId of = renewal.filing().origin().of();
    if (!renewal.filing().origin().withoutRepayment() || of == null) {
      return;
    }
    long amountFen = drawn.drawDown().amountFen();
    Application old = applications.find(changes, of).orElseThrow();
    RefinanceStep step = new RefinanceStep(renewal.id(), amountFen, today);
    take(changes, old, step, Actor.PLATFORM, today);
  }

  /** The others of the demand end with the enterprise's choice, or hear of it and go on. */
  private void passOver(Changes changes, Application chosen, boolean keepOthers, LocalDate today) {
    List<Application> others = new ArrayList<>(applications.of(changes, chosen.filing().demand()));
    others.removeIf(one -> one.id().equals(chosen.id()) || !StepKind.PASS_OVER.isFrom(one.state()));
    for (Application other : others) {
      if (keepOthers) {
        notices.passedBy(changes, other);
      } else {
        PlainStep step = new PlainStep(StepKind.PASS_OVER, "");
        take(changes, other, step, Actor.PLATFORM, today);
      }
    }
  }

  static LocalDate day(Instant instant) {
    return ChinaTime.dayOf(instant);
  }

  private static void refuse(String field, Text why) {
    throw new ApplicationRefused(field, why);
  }
}
