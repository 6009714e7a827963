package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Register;
import org.xinyidai.models.subject.Uscc;

/**
 * What enterprises are called (企业名称), for lists of the office. A name is published by the register,
 * so that asking for it is no reading of a file.
 */
final class EnterpriseNamesApi {
  /** Codes of one request: what a list shows at once, and a line that every server takes. */
  private static final int MOST_CODES = 200;

  private final Register register;
  private final Workers workers;

  record Named(String uscc, String name) {}

  /** Those that are in the register and the caller's to see, in the order in which it asked. */
  record NameList(List<Named> names) {}

  EnterpriseNamesApi(Platform platform, Workers workers) {
    this.register = new Register(platform.store());
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_ENTERPRISE_NAMES, "/enterprise-names", this::names)
            .withQuery("uscc"));
  }

  private Future<Answer> names(Call call) {
    List<String> texts =
        call.query("uscc").map(text -> List.of(text.split(",", -1))).orElse(List.of());
    if (texts.size() > MOST_CODES) {
      throw Refusal.of(
              ProblemType.INVALID_PARAMETER,
              "一次至多" + MOST_CODES + "家",
              "At most " + MOST_CODES + " at once")
          .at("uscc");
    }
    List<Uscc> codes = texts.stream().map(text -> Call.usccOf("uscc", text)).toList();
    Access access = call.access();
    return workers.run(
        () ->
            Answer.json(
                new NameList(
                    codes.stream()
                        .filter(code -> access.covers(code.value()))
                        .flatMap(code -> named(code).stream())
                        .toList())));
  }

  private Optional<Named> named(Uscc code) {
    return register.newest(code).map(entry -> new Named(code.value(), entry.name()));
  }
}
