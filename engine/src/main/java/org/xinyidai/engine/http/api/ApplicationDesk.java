package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.http.api.ApplicationConsent.Grantee;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Organisation;
import org.xinyidai.engine.identity.RandomId;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.lending.ApplicationRefused;
import org.xinyidai.engine.lending.ConsentTerms;
import org.xinyidai.engine.lending.FilingClerk;
import org.xinyidai.engine.lending.Order;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.Findings;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.Target;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Text;

/**
 * What the endpoints of applications share (融资申请接口): who sees which, and orders out of requests.
 */
final class ApplicationDesk {
  private static final int ID_BYTES = 8;
  private static final int CONSENT_ID_BYTES = 12;

  private final Backend backend;
  private final SecureRandom random;
  private final Consents consents;

  ApplicationDesk(Backend backend, SecureRandom random) {
    this.backend = backend;
    this.random = random;
    this.consents = new Consents(backend.platform().store());
  }

  /** An application that exists for the caller; asks the store. */
  Application find(String id, Access access) {
    return Optional.of(id)
        .filter(ApplicationId::isWellFormed)
        .map(ApplicationId::new)
        .filter(number -> mayLook(number, access))
        .flatMap(backend.loans().applications()::find)
        .filter(one -> party(one, access).isPresent())
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }

  /**
   * Whether one of this number could be the caller's, told before it is looked for: what is
   * another's takes the same work as what is not there.
   */
  private static boolean mayLook(ApplicationId number, Access access) {
    return access.account().role() == Role.BANK || access.covers(number.uscc().value());
  }

  /** As which party the caller acts in an application; empty for strangers. */
  static Optional<Party> party(Application application, Access access) {
    return switch (access.account().role()) {
      case ENTERPRISE ->
          access.covers(application.filing().uscc().value())
              ? Optional.of(Party.ENTERPRISE)
              : Optional.empty();
      case BANK ->
          application
              .partyOf(access.account().organisation())
              .filter(EnumSet.of(Party.LENDER, Party.GUARANTOR)::contains);
      case OFFICE, AUDITOR ->
          access.covers(application.filing().uscc().value())
              ? Optional.of(Party.OFFICE)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /**
   * An order out of a request; asks the store.
   *
   * @param field of the request that names the products
   */
  Order order(Demand demand, List<String> products, Origin origin, Asking asking, String field) {
    LocalDate day = backend.usualDay();
    FilingClerk clerk = backend.loans().clerk();
    List<LoanProduct> wanted =
        products.stream()
            .map(id -> clerk.onOffer(id, day).orElseThrow(() -> notOnOffer(field, id)))
            .toList();
    for (LoanProduct product : wanted) {
      Grantee lender = Grantee.of(product);
      refuseUnknown(lender.organisation(), lender.name(), field);
      if (asking.terms() == null) {
        ApplicationConsent.require(consents, demand.uscc(), lender, backend.now(), "consent");
      }
    }
    Reader reader = Readers.ofDemand(asking.access(), demand.id().value());
    List<Findings> findings = clerk.findings(clerk.decide(demand, day), wanted, reader);
    List<Order.Item> items = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      ApplicationId id = ApplicationId.of(demand.uscc(), RandomId.digits(random, ID_BYTES));
      Target target = Target.of(wanted.get(i));
      items.add(
          new Order.Item(
              id, target, findings.get(i), "c-" + RandomId.digits(random, CONSENT_ID_BYTES)));
    }
    return new Order(
        demand,
        clerk.district(demand.uscc(), day),
        origin,
        clerk.applicant(demand.uscc(), day),
        items,
        asking.terms());
  }

  /** Who asks, and what consent comes along. */
  record Asking(Access access, @Nullable ConsentTerms terms) {}

  /** Refuses a guarantor that has no account here, or is known to be no guarantee company. */
  void refuseNoGuarantor(String organisation) {
    String field = "guarantor";
    refuseUnknown(organisation, new Text(organisation, organisation), field);
    boolean lender =
        backend.loans().organisations().all().stream()
            .filter(one -> one.parent() == null && one.name().equals(organisation))
            .anyMatch(one -> one.kind() != Organisation.Kind.GUARANTEE);
    if (lender) {
      throw invalid(
          field,
          "“" + organisation + "”不是融资担保公司，请核对名称",
          organisation + " is no guarantee company; check its name");
    }
  }

  private void refuseUnknown(String organisation, Text name, String field) {
    if (!backend.accounts().hasLender(organisation)) {
      throw invalid(
          field,
          "“" + name.zh() + "”尚未入驻平台，不能在线申请",
          name.en() + " has no account here and cannot be applied to online");
    }
  }

  Consents consents() {
    return consents;
  }

  /** Does work of the desk, whose refusals are told to the caller. */
  static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (ApplicationRefused e) {
      ProblemType type = e.forbidden() ? ProblemType.FORBIDDEN : ProblemType.INVALID_VALUE;
      throw Refusal.of(type, e.zh(), e.en()).at(e.field());
    }
  }

  /** The demand of an application, for whoever has a part in that. */
  Demand demand(Application application) {
    return backend.platform().demands().find(application.filing().demand()).orElseThrow();
  }

  private static Refusal notOnOffer(String field, String id) {
    String shown = id.length() > 64 ? id.substring(0, 64) : id;
    return invalid(field, "没有在售产品：" + shown, "No product of this id is on offer: " + shown);
  }
}
