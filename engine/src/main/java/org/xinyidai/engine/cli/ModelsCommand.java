package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.xinyidai.connectors.model.ModelFile;
import org.xinyidai.connectors.model.ModelSql;
import org.xinyidai.connectors.model.PmmlWriter;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.connectors.model.UnsuitableModel;
import org.xinyidai.engine.learning.BroughtModel;
import org.xinyidai.engine.learning.ModelEntry;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.learning.ModelStatus;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Comparison;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.score.SwapSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The models of a platform: their status, their files, and how two of them differ. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    subcommands = {ModelShowCommand.class, ModelJudgeCommand.class},
    description = "List the models; or show, judge, export, import, compare or approve one.")
final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  /** Lists all models, those too that cannot serve. */
  @Override
  public void run() {
    try (Platform platform = state.open()) {
      ModelRegistry models = platform.models();
      PrintWriter out = spec.commandLine().getOut();
      out.println("model,status,keptBy,approvedBy,approvedAt,card,refusal");
      for (String id :
          Stream.concat(models.ids().stream(), models.refusedIds().stream()).sorted().toList()) {
        ModelEntry entry = models.entry(id).orElseThrow();
        out.printf(
            "%s,%s,%s,%s,%s,%s,%s%n",
            id,
            entry.status().id(),
            entry.keptBy(),
            entry.approved().map(ModelEntry.Change::by).orElse(""),
            entry.approved().map(change -> change.at().toString()).orElse(""),
            models.card(id).isPresent() ? "yes" : "no",
            models.refusal(id).orElse(""));
      }
      out.flush();
    }
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Give a model another status: candidate, shadow, champion or retired.")
  int status(
      @Mixin ExistingState here,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--to", required = true, paramLabel = "STATUS") String to,
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decides")
          String by) {
    ModelStatus status =
        ModelStatus.ofId(to)
            .orElseThrow(() -> new Failure("--to takes candidate, shadow, champion or retired"));
    try (Platform platform = here.open()) {
      platform.models().approve(id, status, by);
    }
    say(id + " " + status.titleZh() + " " + status.id());
    return 0;
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Write a model as json or pmml, a card as points in pmml, or as sql.")
  int export(
      @Mixin ExistingState here,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--format", defaultValue = "json", paramLabel = "json|pmml|pmml-points|sql")
          String format,
      @Option(names = "--out", required = true, paramLabel = "FILE") Path out,
      @Option(
              names = "--table",
              defaultValue = "features",
              paramLabel = "TABLE",
              description = "of the SQL query (default: ${DEFAULT-VALUE})")
          String table)
      throws IOException {
    try (Platform platform = here.open()) {
      ScoringModel model = serving(platform, id).model();
      Files.write(
          out,
          switch (format) {
            case "json" -> ModelFile.write(model);
            case "pmml" -> PmmlWriter.write(model);
            case "pmml-points" -> PmmlWriter.writePoints(model);
            case "sql" -> ModelSql.query(model, table).getBytes(StandardCharsets.UTF_8);
            default -> throw new Failure("--format takes json, pmml, pmml-points or sql");
          });
    } catch (UnsuitableModel e) {
      throw new Failure(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Keep a model from a file as a candidate: our JSON, PMML, or ONNX with its mapping and"
              + " check vectors.")
  int bringIn(
      @Mixin ExistingState here,
      @Mixin ModelImport files,
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "who brings it")
          String by)
      throws IOException {
    try (Platform platform = here.open()) {
      BroughtModel.Read read = files.brought().read(platform.vectors().schema());
      ScoringModel model = read.model();
      platform.models().keep(model, by);
      say(model.id() + " candidate: " + model.checks().size() + " check vectors hold");
      if (!read.untried().isEmpty()) {
        say("注意：没有一条校验向量缺这些变量，缺失时的结果未经证明 never missing: " + read.untried());
      }
    } catch (UnreadableModel e) {
      throw new Failure(files.file() + ": " + e.getMessage());
    }
    return 0;
  }

  @Command(
      name = "compare",
      mixinStandardHelpOptions = true,
      description = "Who would gain and lose if the second model replaced the first.")
  int compare(
      @Mixin ExistingState here,
      @Parameters(paramLabel = "CHAMPION") String champion,
      @Parameters(paramLabel = "CHALLENGER") String challenger,
      @Option(
              names = "--accept",
              defaultValue = "0.8",
              paramLabel = "SHARE",
              description = "share that both accept (default: ${DEFAULT-VALUE})")
          double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new Failure("--accept takes a share from 0 to 1");
    }
    try (Platform platform = here.open()) {
      SwapSet swap =
          new Comparison(platform.store(), platform.vectors(), platform.scores())
              .compare(serving(platform, champion), serving(platform, challenger), share);
      say("%s 接受,%s 接受,户数,平均违约概率(前者),平均违约概率(后者)".formatted(champion, challenger));
      for (SwapSet.Cell cell : swap.cells()) {
        say(
            "%s,%s,%d,%.4f,%.4f"
                .formatted(
                    cell.champion() ? "是" : "否",
                    cell.challenger() ? "是" : "否",
                    cell.count(),
                    cell.byChampion(),
                    cell.byChallenger()));
      }
      say("排序相关 %.3f，各接受 %d 户".formatted(swap.agreement(), swap.accepted()));
      say(Comparison.BIAS_ZH);
    }
    return 0;
  }

  private static ServingModel serving(Platform platform, String id) {
    return platform
        .models()
        .find(id)
        .orElseThrow(
            () -> new Failure("no model " + id + " serves; there are " + platform.models().ids()));
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
