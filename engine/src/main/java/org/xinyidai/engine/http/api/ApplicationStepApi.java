package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.List;
import org.xinyidai.engine.http.api.ApplicationDesk.Asking;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.lending.LoanDesk;
import org.xinyidai.engine.lending.Order;
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.Step;
import org.xinyidai.models.financing.application.StepKind;

/** The steps of an application, taken by its parties (申请办理). Requirement B4. */
final class ApplicationStepApi {
  private final Backend backend;
  private final ApplicationDesk desk;
  private final int maxBytes;
  private final Workers workers;

  ApplicationStepApi(Backend backend, int maxBytes, SecureRandom random, Workers workers) {
    this.backend = backend;
    this.desk = new ApplicationDesk(backend, random);
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(
            Operation.POST_APPLICATION_STEP,
            "/applications/{id}/steps",
            Intake.json(maxBytes),
            this::post));
  }

  private Future<Answer> post(Call call) {
    String id = call.path("id");
    StepPosted posted = call.json(StepPosted.class);
    Access access = call.access();
    return workers.run(
        () -> {
          Application application = desk.find(id, access);
          Party party = ApplicationDesk.party(application, access).orElseThrow();
          Account account = access.account();
          Actor actor = new Actor(party, account.organisation(), account.seat().unit());
          Command<Answer> change =
              posted.kind() == StepKind.REASSIGN
                  ? reassigned(application, posted, actor, access)
                  : taken(application, posted, actor);
          Command<Answer> once = OncePerKey.of(call, Operation.POST_APPLICATION_STEP, change);
          return ApplicationDesk.refusing(() -> backend.platform().store().execute(once));
        });
  }

  private Command<Answer> taken(Application application, StepPosted posted, Actor actor) {
    Step step = posted.read();
    if (step.kind() == StepKind.INVITE_GUARANTOR) {
      desk.refuseNoGuarantor(StepPosted.present(posted.guarantor(), "guarantor").strip());
    }
    LoanDesk loans = backend.loans().desk();
    return changes ->
        answer(loans.take(changes, application.id(), step, actor).orElseThrow(), actor);
  }

  /** The answer is the new application, at the lender that has it now. */
  private Command<Answer> reassigned(
      Application application, StepPosted posted, Actor actor, Access access) {
    if (posted.consent() != null && access.account().role() != Role.ENTERPRISE) {
      throw Refusal.invalid("consent", "只有企业本人可以授权", "only the enterprise itself gives a consent");
    }
    String product = StepPosted.present(posted.product(), "product");
    Asking asking = new Asking(access, ApplicationConsent.terms(posted.consent()));
    Origin origin = Origin.reassigned(application.id());
    Order order = desk.order(desk.demand(application), List.of(product), origin, asking, "product");
    LoanDesk loans = backend.loans().desk();
    return changes ->
        answer(loans.reassign(changes, application.id(), order, posted.words(), actor), actor);
  }

  private Answer answer(Application after, Actor actor) {
    return Answer.json(ApplicationView.of(after, actor.party(), backend.loans()));
  }
}
