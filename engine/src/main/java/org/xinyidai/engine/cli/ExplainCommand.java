package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.explanation.PeerTable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.models.explanation.Change;
import org.xinyidai.models.explanation.Explanation;
import org.xinyidai.models.explanation.Reason;
import org.xinyidai.models.history.History;
import org.xinyidai.models.subject.Uscc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a score is what it is, beside peers and beside last month. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explain a score: reasons beside peers of the industry and size, and what moved.")
final class ExplainCommand implements Callable<Integer> {
  private static final Reader OPERATOR = new Reader("operator", "xyd", Reader.Why.SUPERVISION, "");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(arity = "0..1", paramLabel = "USCC", description = "unified social credit code")
  private @Nullable String code;

  @Option(names = "--model", paramLabel = "ID", description = "default: the champion")
  private @Nullable String model;

  @Option(names = "--peers", description = "count the peers anew from the kept vectors first")
  private boolean peers;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Override
  public Integer call() {
    if (code == null && !peers) {
      throw new Failure("name a code, or give --peers");
    }
    try (Platform platform = state.open()) {
      PrintWriter out = spec.commandLine().getOut();
      if (peers) {
        countPeers(platform, out);
      }
      if (code != null) {
        Explanation explanation = explanation(platform, Codes.uscc(code));
        if (json) {
          out.println(new String(StoredJson.write(explanation), StandardCharsets.UTF_8));
        } else {
          print(explanation, out);
        }
      }
      out.flush();
    }
    return 0;
  }

  private void countPeers(Platform platform, PrintWriter out) {
    try (Progress progress = Progress.ofUnknownLength("peers")) {
      PeerTable.Head head =
          platform.explainer().peers().build(state.asOf(platform), progress::reach);
      out.printf("同业基准 %s：%,d 家企业，%,d 行%n", head.asOf(), head.enterprises(), head.rows());
    }
  }

  private Explanation explanation(Platform platform, Uscc uscc) {
    History history = platform.vectors().history(uscc, state.knownAt(platform));
    Scored scored =
        platform
            .scores()
            .score(platform.vectors().at(history, state.asOf(platform)), model)
            .orElseThrow(
                () -> new Failure("no such model; there are " + platform.scores().modelIds()));
    platform.archive().serve(scored, OPERATOR);
    return platform.explainer().explain(scored, history);
  }

  static void print(Explanation explanation, PrintWriter out) {
    out.printf(
        "%s %s 评分 %d 分，%s 级（%s）%n",
        explanation.score().uscc(),
        explanation.score().asOf(),
        explanation.score().points(),
        explanation.score().grade(),
        explanation.score().modelId());
    for (Reason reason : explanation.reasons()) {
      out.println("  " + reason.sentence().zh());
      out.println("  " + reason.sentence().en());
    }
    if (explanation.pointsBefore() == null) {
      out.printf("与 %s 相比：当时没有入模指标的数据%n", explanation.since());
      return;
    }
    out.printf(
        "与 %s 相比：由 %d 分到 %d 分%n",
        explanation.since(), explanation.pointsBefore(), explanation.score().points());
    for (Change change : explanation.changes()) {
      out.println("  " + change.sentence().zh());
      out.println("  " + change.sentence().en());
    }
  }
}
