package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.resolution.Case;
import org.xinyidai.engine.resolution.Case.Status;
import org.xinyidai.engine.resolution.CaseId;
import org.xinyidai.engine.resolution.LabelledClaim;
import org.xinyidai.engine.resolution.ResolutionDesk;
import org.xinyidai.engine.resolution.ResolutionDesk.Decided;
import org.xinyidai.engine.resolution.Round;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.subject.Uscc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files rows without a code: weighs them, lists what waits for a person, takes decisions. */
@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    description =
        "主体归集: weigh again the rows without a code, list those that wait, decide whose they are.")
final class ResolveCommand {
  /** Cases shown at once; a person decides some dozens in a sitting. */
  private static final int SHOWN = 100;

  private static final double PERCENT = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "run", description = "weigh all open rows against the register as it is now")
  int run(@Mixin ExistingState state) {
    try (Platform platform = state.open()) {
      print(platform.resolution().replay());
      ResolutionDesk desk = platform.resolution();
      out()
          .println(
              Arrays.stream(Status.values())
                  .map(status -> name(status) + " " + desk.cases().count(status))
                  .collect(Collectors.joining(", ")));
    }
    return 0;
  }

  @Command(name = "list", description = "list rows of a status with candidates and evidence")
  int list(
      @Mixin ExistingState state,
      @Option(
              names = "--status",
              paramLabel = "STATUS",
              defaultValue = "queued",
              description = "queued, unresolved, filed_automatically, filed_by_person, dismissed")
          String status,
      @Option(names = "--after", paramLabel = "ROW", description = "go on behind this row")
          @Nullable String after) {
    Status wanted =
        Arrays.stream(Status.values())
            .filter(each -> name(each).equals(status))
            .findFirst()
            .orElseThrow(() -> new Failure(status + ": no such status; see --help"));
    CaseId from = after == null ? new CaseId("", 0) : id(after);
    try (Platform platform = state.open()) {
      platform.resolution().cases().list(wanted, from.batch(), from.line(), SHOWN).stream()
          .forEach(this::print);
    }
    return 0;
  }

  @Command(name = "decide", description = "say whose a row is, or with --none that it is nobody's")
  int decide(
      @Mixin ExistingState state,
      @Parameters(paramLabel = "ROW", description = "as listed, BATCH:LINE") String row,
      @Option(names = "--uscc", paramLabel = "USCC", description = "the enterprise")
          @Nullable String uscc,
      @Option(names = "--none", description = "no enterprise of the register") boolean none,
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decides")
          String by,
      @Option(names = "--note", required = true, paramLabel = "TEXT", description = "why")
          String note) {
    if ((uscc == null) != none) {
      throw new Failure("give either --uscc or --none");
    }
    Uscc code = uscc == null ? null : Codes.uscc(uscc);
    CaseId id = id(row);
    try (Platform platform = state.open()) {
      print(known(platform, id).decide(id.batch(), id.line(), code, by, note));
    }
    return 0;
  }

  @Command(name = "undo", description = "take the decision on a row back")
  int undo(
      @Mixin ExistingState state,
      @Parameters(paramLabel = "ROW", description = "as listed, BATCH:LINE") String row,
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decides")
          String by,
      @Option(names = "--note", required = true, paramLabel = "TEXT", description = "why")
          String note) {
    CaseId id = id(row);
    try (Platform platform = state.open()) {
      ResolutionDesk desk = known(platform, id);
      if (desk.cases().find(id.batch(), id.line()).orElseThrow().standing().isEmpty()) {
        throw new Failure(row + ": no decision of a person stands; there is nothing to undo");
      }
      print(desk.undo(id.batch(), id.line(), by, note));
    }
    return 0;
  }

  @Command(
      name = "measure",
      description =
          "准确率测定: weigh labelled rows (CSV: what a record says, and trueUscc, empty for nobody of the"
              + " register) and say how many would be filed rightly; files nothing")
  int measure(
      @Mixin ExistingState state,
      @Parameters(paramLabel = "CSV", description = "户名, 户号, 地址, 法定代表人, ...; trueUscc") Path file,
      @Option(
              names = "--feed",
              paramLabel = "FEED",
              defaultValue = "electricity",
              description = "the feed whose accounts are told (default: ${DEFAULT-VALUE})")
          String feedId)
      throws IOException {
    Feed<?> feed =
        Feeds.byId(feedId)
            .orElseThrow(() -> new Failure(feedId + ": no such feed; see docs/feeds"));
    List<LabelledClaim> claims = LabelledClaim.read(file);
    try (Platform platform = state.open()) {
      FilingMeasureText.print(platform.resolution().measure(feed, claims), out());
    }
    return 0;
  }

  private static ResolutionDesk known(Platform platform, CaseId id) {
    if (platform.resolution().cases().find(id.batch(), id.line()).isEmpty()) {
      throw new Failure("no such row; see xyd resolve list");
    }
    return platform.resolution();
  }

  private void print(Decided decided) {
    print(decided.after());
    print(decided.replayed());
  }

  private void print(Round round) {
    out()
        .printf(
            "weighed again: filed %d, queued %d, unresolved %d%n",
            round.filed(), round.queued(), round.unresolved());
  }

  private void print(Case each) {
    String filed = each.filed().map(filing -> " -> " + filing.uscc()).orElse("");
    out().printf("%s %s %s%s%n", each.id(), each.feed(), name(each.status()), filed);
    out().println("  " + each.named());
    List<Case.Suggestion> candidates = each.candidates();
    for (Case.Suggestion candidate : candidates) {
      out()
          .printf(
              "  %s %.1f%% %s%n",
              candidate.uscc(),
              candidate.confidence() * PERCENT,
              String.join("、", candidate.evidence()));
    }
    each.decisions()
        .forEach(
            d ->
                out()
                    .printf(
                        "  %s %s %s %s%n",
                        d.at(),
                        d.by(),
                        d.undoes() ? "撤销" : d.uscc() == null ? "非辖区主体" : d.uscc(),
                        d.note()));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String name(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static CaseId id(String row) {
    return CaseId.parse(row)
        .orElseThrow(() -> new Failure(row + ": a row is written BATCH:LINE, as listed"));
  }
}
