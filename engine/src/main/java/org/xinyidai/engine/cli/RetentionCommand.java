package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.retention.RetentionRule;
import org.xinyidai.connectors.retention.RetentionRuleFile;
import org.xinyidai.engine.archive.Retention;
import org.xinyidai.engine.http.api.IdempotencyRecords;
import org.xinyidai.engine.lead.LeadErasure;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes data whose time has passed, and lists every piece of it. */
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    description =
        "保存期限 List snapshots, stored scores, exports of leads and adverse facts about persons whose time"
            + " has passed as CSV; with --apply delete those that no lender's decision and no open"
            + " case refers to, and write all files anew without them.")
final class RetentionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--apply", description = "delete; without it nothing is changed")
  private boolean apply;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "JSON list of {kind, keep, reason} (default: those that come with the program)")
  private @Nullable Path rules;

  @Option(names = "--history", description = "print what the runs before deleted, and do no more")
  private boolean history;

  @Override
  public Integer call() {
    List<RetentionRule> declared = rules();
    try (Platform platform = state.open()) {
      PrintWriter out = spec.commandLine().getOut();
      Retention retention = platform.retention().withLeads(new LeadErasure(platform.store()));
      if (history) {
        retention.runs().forEach(run -> summary(out, run));
      } else {
        if (apply) {
          // So that answers kept for repeats are written out of the files as well, past their day.
          IdempotencyRecords.forget(platform.store(), platform.clock().instant());
        }
        out.println("kind,id,from,fate");
        Retention.Run run =
            retention.run(
                declared,
                apply,
                item ->
                    out.printf(
                        "%s,%s,%s,%s%n",
                        item.kind().code(),
                        item.id(),
                        item.from(),
                        apply || item.fate() != Retention.Fate.DELETED
                            ? item.fate()
                            : "TO_BE_DELETED"));
        summary(spec.commandLine().getErr(), run);
      }
      out.flush();
    }
    return 0;
  }

  private List<RetentionRule> rules() {
    if (rules == null) {
      return RetentionRuleFile.bundled();
    }
    try (InputStream in = Files.newInputStream(rules)) {
      return RetentionRuleFile.read(in);
    } catch (IOException e) {
      throw new Failure(
          rules + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static void summary(PrintWriter out, Retention.Run run) {
    for (Map.Entry<String, Map<Retention.Fate, Long>> kind : run.counts().entrySet()) {
      StringBuilder line = new StringBuilder();
      kind.getValue()
          .forEach((fate, count) -> line.append(' ').append(fate.titleZh()).append(count));
      out.printf(
          "%s %s 保存%s：%s%n",
          run.at(), kind.getKey(), run.rules().get(kind.getKey()), line.isEmpty() ? "无到期" : line);
    }
    out.flush();
  }
}
