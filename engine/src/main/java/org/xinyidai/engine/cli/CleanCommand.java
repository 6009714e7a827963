package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.cleaning.Cleaning;
import org.xinyidai.engine.cleaning.CleaningDesk;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.resolution.CaseId;
import org.xinyidai.models.cleaning.CleaningRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Mends refused rows by the declared rules, and takes decisions on what they suggest. */
@Command(
    name = "clean",
    mixinStandardHelpOptions = true,
    description = "数据清洗: the rules, what they mended or suggest, and decisions on suggestions.")
final class CleanCommand {
  /** Suggestions shown at once; a person decides some dozens in a sitting. */
  private static final int SHOWN = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "rules", description = "list the rules in force, each with its basis")
  int rules(@Mixin ExistingState state) {
    try (Platform platform = state.open()) {
      for (CleaningRule rule : platform.cleaning().rules().rules()) {
        out()
            .printf(
                "%s/%d %s %s%n",
                rule.id(),
                rule.version(),
                rule.policy().name().toLowerCase(Locale.ROOT),
                rule.basis());
      }
      out().flush();
    }
    return 0;
  }

  @Command(name = "run", description = "look at the refused rows of one batch, or of all")
  int run(
      @Mixin ExistingState state,
      @Parameters(arity = "0..1", paramLabel = "BATCH", description = "default: all")
          @Nullable String batch) {
    try (Platform platform = state.open()) {
      List<String> batches = new ArrayList<>();
      platform
          .batches()
          .forEach(
              receipt -> {
                String id = receipt.batch().id();
                boolean wanted = batch == null ? receipt.isFinished() : id.equals(batch);
                if (wanted && receipt.counts().rejected() > 0) {
                  batches.add(id);
                }
              });
      int applied = 0;
      int suggested = 0;
      for (String id : batches) {
        CleaningDesk.Round round = platform.cleaning().clean(id);
        applied += round.applied();
        suggested += round.suggested();
      }
      out().printf("mended %d, suggested %d%n", applied, suggested);
      out().flush();
    }
    return 0;
  }

  @Command(name = "list", description = "list suggestions that wait for a person")
  int list(
      @Mixin ExistingState state,
      @Option(names = "--after", paramLabel = "ROW", description = "go on behind this row")
          @Nullable String after) {
    CaseId from = after == null ? new CaseId("", 0) : id(after);
    try (Platform platform = state.open()) {
      platform
          .cleaning()
          .list(Cleaning.Status.SUGGESTED, from.batch(), from.line(), SHOWN)
          .forEach(this::print);
    }
    return 0;
  }

  @Command(name = "decide", description = "agree to a suggestion, or with --no dismiss it")
  int decide(
      @Mixin ExistingState state,
      @Parameters(paramLabel = "ROW", description = "as listed, BATCH:LINE") String row,
      @Option(names = "--no", description = "it is not what was meant") boolean no,
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decides")
          String by) {
    CaseId id = id(row);
    try (Platform platform = state.open()) {
      if (platform.cleaning().find(id.batch(), id.line()).isEmpty()) {
        throw new Failure(row + ": nothing was suggested; see xyd clean list");
      }
      print(platform.cleaning().decide(id.batch(), id.line(), !no, by));
    }
    return 0;
  }

  private void print(Cleaning each) {
    out()
        .printf(
            "%s:%d %s %s%n",
            each.batch(), each.line(), each.feed(), each.status().name().toLowerCase(Locale.ROOT));
    each.corrections()
        .forEach(
            c ->
                out()
                    .printf("  %s: %s -> %s  (%s)%n", c.column(), c.before(), c.after(), c.rule()));
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static CaseId id(String row) {
    return CaseId.parse(row)
        .orElseThrow(() -> new Failure(row + ": a row is written BATCH:LINE, as listed"));
  }
}
