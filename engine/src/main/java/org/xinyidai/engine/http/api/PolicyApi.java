package org.xinyidai.engine.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.List;
import org.xinyidai.connectors.product.PolicyReading;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.market.PolicyDesk;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;
import org.xinyidai.models.policy.PolicyTool;

/** Policy tools that the office keeps and everyone sees (政策工具). Requirements B15, B16. */
final class PolicyApi {
  private final Platform platform;
  private final PolicyDesk desk;
  private final int maxBytes;
  private final Workers workers;

  /** The answer with its one member. */
  record ToolList(List<ObjectNode> tools) {}

  PolicyApi(Platform platform, int maxBytes, Workers workers) {
    this.platform = platform;
    this.desk = platform.market().policies();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_POLICY_TOOLS, "/policy-tools", this::tools),
        Endpoint.post(
            Operation.POST_POLICY_TOOL, "/policy-tools", Intake.json(maxBytes), this::post),
        Endpoint.get(Operation.GET_POLICY_TOOL, "/policy-tools/{id}", this::versions));
  }

  private Future<Answer> tools(Call call) {
    return workers.run(() -> Answer.json(list(desk.newest())));
  }

  private Future<Answer> versions(Call call) {
    String id = call.path("id");
    return workers.run(
        () -> {
          List<PolicyTool> versions =
              desk.all().stream().filter(tool -> tool.id().value().equals(id)).toList();
          if (versions.isEmpty()) {
            throw Refusal.of(ProblemType.NOT_FOUND).at("id");
          }
          return Answer.json(list(versions));
        });
  }

  private Future<Answer> post(Call call) {
    return workers.run(
        () -> {
          PolicyReading reading = desk.json().readOne(call.json(JsonNode.class).toString());
          if (!reading.sound()) {
            throw BodyProblems.refusal(reading.problems());
          }
          PolicyTool tool = reading.tools().get(0);
          Command<Answer> change =
              changes -> {
                desk.put(changes, tool);
                return Answer.created("/policy-tools/" + tool.id(), desk.json().write(tool));
              };
          Answer answer = execute(OncePerKey.of(call, Operation.POST_POLICY_TOOL, change));
          desk.reload();
          return answer;
        });
  }

  private Answer execute(Command<Answer> change) {
    try {
      return platform.store().execute(change);
    } catch (StoreException e) {
      if (e.category() == Category.USER) {
        throw Refusal.of(
                ProblemType.INVALID_VALUE,
                "该版本已存在且内容不同；变更请使用新的版本号",
                "This version is there with other content; give changes a new version")
            .at("version");
      }
      throw e;
    }
  }

  private ToolList list(List<PolicyTool> tools) {
    return new ToolList(tools.stream().map(desk.json()::write).toList());
  }
}
