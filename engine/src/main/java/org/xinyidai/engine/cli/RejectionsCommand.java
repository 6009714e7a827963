package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.ingest.RejectedRow;
import org.xinyidai.engine.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists batches, or the rows that one of them refused. */
@Command(
    name = "rejections",
    mixinStandardHelpOptions = true,
    description =
        "List batches and, of one batch, the rejected rows: file, line, field, reason, row.")
final class RejectionsCommand implements Callable<Integer> {
  /** Rows read from the store at once. */
  private static final int PAGE = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StateOption state = new StateOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "BATCH",
      description = "without it, the batches are listed")
  private @Nullable String batchId;

  @Option(names = "--out", paramLabel = "FILE", description = "write tab-separated text there")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(state.folder)) {
      throw new Failure(state.folder + ": no such state folder; check --state");
    }
    try (Store store = state.openStore();
        PrintWriter target = target()) {
      Batches batches = new Batches(store);
      if (batchId == null) {
        batches.startingWith("").forEach(receipt -> printBatch(target, receipt));
      } else {
        if (batches.find(batchId).isEmpty()) {
          throw new Failure("no batch " + batchId + "; run without it for a list");
        }
        printRows(target, batches, batchId);
      }
    }
    return 0;
  }

  private PrintWriter target() throws IOException {
    return out == null
        ? new PrintWriter(new Unclosed(spec.commandLine().getOut()))
        : new PrintWriter(Files.newBufferedWriter(out));
  }

  private static void printBatch(PrintWriter target, Receipt receipt) {
    target.printf(
        "%s\t%s\t%s\t%s\treceived %d\trejected %d%n",
        receipt.batch().id(),
        receipt.batch().feed(),
        receipt.batch().source(),
        receipt.status(),
        receipt.counts().received(),
        receipt.counts().rejected());
  }

  private static void printRows(PrintWriter target, Batches batches, String batchId) {
    target.println("file\tline\tfield\treason\trecord");
    long line = 0;
    List<RejectedRow> page;
    do {
      page = batches.rejected(batchId, line, PAGE);
      for (RejectedRow row : page) {
        line = row.line();
        target.printf(
            "%s\t%d\t%s\t%s\t%s%n",
            row.source(), row.line(), row.field(), row.reason(), oneCell(row.record()));
      }
    } while (page.size() == PAGE);
  }

  /** Tabs and line ends inside a row would break the table; a leading formula sign is disarmed. */
  private static String oneCell(String text) {
    String flat = text.replaceAll("[\\t\\r\\n]+", " ");
    return flat.matches("[=+@].*") ? "'" + flat : flat;
  }
}
