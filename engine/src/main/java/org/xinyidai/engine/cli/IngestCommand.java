package org.xinyidai.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
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
        "Take record files of a feed in (CSV, NDJSON, XLSX, Parquet, Arrow), or what lies in a drop"
            + " folder. An interrupted file goes on.")
final class IngestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StateOption state = new StateOption();

  @Option(
      names = "--feed",
      paramLabel = "FEED",
      description = "what the files hold, such as vat_output; docs/feeds.md lists all")
  private String feed = "";

  @Option(
      names = "--known-at",
      paramLabel = "INSTANT",
      description = "for a backfill: when the facts count as known, such as 2024-03-04T01:00:00Z")
  private @Nullable Instant knownAt;

  @Option(
      names = "--drop",
      paramLabel = "FOLDER",
      description = "take what lies in a drop folder with its manifests, instead of files")
  private @Nullable Path drop;

  @Option(
      names = "--adapter",
      paramLabel = "NAME",
      description = "take a folder of a known data set, instead of files: bdci2020")
  private @Nullable String adapter;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "the files")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    if (drop != null) {
      if (!files.isEmpty() || !feed.isEmpty() || knownAt != null) {
        throw new Failure("--drop stands alone: its manifests name the feeds");
      }
      return new DropCommand(drop, state, spec.commandLine()).run();
    }
    if (adapter != null) {
      return new AdapterCommand(adapter, files, state, spec.commandLine()).run();
    }
    if (feed.isEmpty() || files.isEmpty()) {
      throw new Failure("name a feed with --feed and at least one file, or a folder with --drop");
    }
    Feed<?> declared = declared();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new Failure(file + ": no such file; check the path");
      }
    }
    boolean broken = false;
    try (Platform platform = state.open()) {
      for (Path file : files) {
        Receipt receipt = take(platform.ingest(), declared, file);
        ReceiptText.print(
            platform.resolution().cases().standing(receipt.batch().id()), spec.commandLine());
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
                        + Feeds.KNOWN.stream().map(Feed::id).collect(Collectors.joining(", "))));
  }

  private Receipt take(Ingest ingest, Feed<?> declared, Path file) throws UnreadableFile {
    String name = String.valueOf(file.getFileName());
    Receipt receipt;
    try (Progress progress = Progress.ofUnknownLength(name)) {
      receipt =
          ingest.takeFile(
              declared, file, knownAt, durable -> progress.reach(durable.counts().received()));
    }
    ReceiptText.print(name, receipt, spec.commandLine());
    return receipt;
  }
}
