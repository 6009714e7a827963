package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.ingest.Counts;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.resolution.ResolutionDesk;
import org.xinyidai.engine.resolution.Standing;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.resolution.Thresholds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes files of one feed into the store and prints a receipt for each. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description =
        "Take record files of a feed in: CSV or NDJSON, gzip or not. An interrupted file goes on.")
final class IngestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StateOption state = new StateOption();

  @Option(
      names = "--feed",
      required = true,
      paramLabel = "FEED",
      description = "what the files hold, such as vat_output; docs/feeds.md lists all")
  private String feed = "";

  @Option(
      names = "--known-at",
      paramLabel = "INSTANT",
      description = "for a backfill: when the facts count as known, such as 2024-03-04T01:00:00Z")
  private @Nullable Instant knownAt;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "the files")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws UnreadableFile {
    Feed<?> declared = declared();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new Failure(file + ": no such file; check the path");
      }
    }
    boolean broken = false;
    try (Store store = Store.open(state.folder, StoreOptions.standard());
        ResolutionDesk desk = new ResolutionDesk(store, Thresholds.DEFAULT)) {
      Ingest ingest = new Ingest(store, desk);
      for (Path file : files) {
        Receipt receipt = take(ingest, declared, file);
        print(desk.cases().standing(receipt.batch().id()));
        broken |= receipt.status() == Receipt.Status.BROKEN;
      }
    }
    return broken ? 1 : 0;
  }

  private Feed<?> declared() {
    return Feeds.byId(feed)
        .orElseThrow(
            () ->
                new Failure(
                    "no feed named "
                        + feed
                        + "; take one of "
                        + Feeds.ALL.stream().map(Feed::id).collect(Collectors.joining(", "))));
  }

  private Receipt take(Ingest ingest, Feed<?> declared, Path file) throws UnreadableFile {
    String name = String.valueOf(file.getFileName());
    Receipt receipt;
    try (Progress progress = Progress.ofUnknownLength(name)) {
      receipt =
          ingest.takeFile(
              declared, file, knownAt, durable -> progress.reach(durable.counts().received()));
    }
    print(name, receipt);
    return receipt;
  }

  private void print(Standing standing) {
    if (!standing.equals(Standing.NONE)) {
      spec.commandLine()
          .getOut()
          .printf(
              "  rejected without a code: filed %,d, queued %,d, unresolved %,d, dismissed %,d%n",
              standing.filed(), standing.queued(), standing.unresolved(), standing.dismissed());
    }
  }

  private void print(String name, Receipt receipt) {
    PrintWriter out = spec.commandLine().getOut();
    Counts counts = receipt.counts();
    out.printf(
        "%s: received %,d = accepted %,d + repeated %,d + rejected %,d  (batch %s)%n",
        name,
        counts.received(),
        counts.accepted(),
        counts.repeated(),
        counts.rejected(),
        receipt.batch().id());
    counts
        .rejectedByReason()
        .forEach((reason, rows) -> out.printf("  rejected %s: %,d%n", reason, rows));
    if (receipt.problem() != null) {
      spec.commandLine().getErr().printf("xyd ingest: %s%n", receipt.problem());
    }
  }
}
