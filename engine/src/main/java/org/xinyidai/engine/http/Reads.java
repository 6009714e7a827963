package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.audit.AccessLog;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.store.Act;
import org.xinyidai.models.subject.Uscc;

/**
 * Puts a name to every request (行为归属): for the audit of what it changes, and, where it reads in the
 * file of an enterprise that is not the reader's own, for the log that the enterprise sees. The
 * answer leaves only when the log has it.
 */
final class Reads {
  /** Why a reader reads; free text of a reader who has a duty to give it. */
  static final String PURPOSE_HEADER = "X-Purpose";

  private static final int LONGEST_PURPOSE = 200;

  private final AccessLog log;
  private final Consents consents;
  private final Workers workers;

  Reads(AccessLog log, Consents consents, Workers workers) {
    this.log = log;
    this.consents = consents;
    this.workers = workers;
  }

  /** Who asks for what, as the audit will have it. */
  static Act act(Operation operation, RoutingContext context) {
    String subject = subject(context).map(Uscc::value).orElse("");
    return Call.admitted(context)
        .map(Access::account)
        .map(who -> new Act(who.id(), who.role().id(), who.organisation(), operation.id(), subject))
        .orElse(new Act("anyone", "anyone", "", operation.id(), subject));
  }

  /** The same answer, once its reading is noted. */
  Future<Answer> noted(Operation operation, Act act, RoutingContext context, Answer answer) {
    Optional<Uscc> subject = subject(context);
    boolean reads = !context.request().method().equals(HttpMethod.POST);
    boolean own =
        Call.admitted(context)
            .map(Access::account)
            .map(Account::organisation)
            .filter(act.subject()::equals)
            .isPresent();
    if (subject.isEmpty() || !reads || own) {
      return Future.succeededFuture(answer);
    }
    String given = purpose(context);
    return workers.run(
        () -> {
          String purpose = given.isEmpty() ? consented(operation, act) : given;
          act.during(() -> log.note(subject.get(), act, purpose));
          return answer;
        });
  }

  /** A lender reads for the purpose that it was given consent for. */
  private String consented(Operation operation, Act act) {
    return consents
        .openingFor(operation, act.organisation(), act.subject())
        .map(consent -> consent.purpose().titleZh() + " " + consent.id())
        .orElse("");
  }

  private static Optional<Uscc> subject(RoutingContext context) {
    return Optional.ofNullable(context.pathParam("uscc")).filter(Uscc::isWellFormed).map(Uscc::new);
  }

  private static String purpose(RoutingContext context) {
    String given = decoded(context.request().getHeader(PURPOSE_HEADER));
    if (given.length() > LONGEST_PURPOSE) {
      throw Refusal.of(
              ProblemType.INVALID_PARAMETER,
              "查阅目的不超过" + LONGEST_PURPOSE + "字",
              "A purpose has at most " + LONGEST_PURPOSE + " characters")
          .at(PURPOSE_HEADER);
    }
    return given;
  }

  /** Chinese does not fit a header as it is: percent-encoded UTF-8 is read, plain ASCII as well. */
  private static String decoded(@Nullable String header) {
    try {
      return header == null ? "" : URLDecoder.decode(header, UTF_8).strip();
    } catch (IllegalArgumentException e) {
      return header.strip();
    }
  }
}
