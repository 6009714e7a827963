package org.xinyidai.engine.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.ingest.Receipt.Status;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.record.VatInvoice;

/** Kills a real process with SIGKILL while it ingests, again and again, and compares the end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashTest {
  private static final long SEED = 20_260_101;
  private static final int FILES = 3;
  private static final int ROWS = 6_000;
  private static final int KILLS = 6;

  @TempDir private Path folder;

  @Test
  void killed_at_any_moment_and_started_again_the_state_is_that_of_an_undisturbed_run()
      throws Exception {
    System.out.println("crash test seed " + SEED);
    Random random = new Random(SEED);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(InvoiceFile.write(folder.resolve(i + ".csv"), lines(random)));
    }
    Path state = folder.resolve("killed");

    int interrupted = 0;
    for (int i = 0; i < KILLS; i++) {
      interrupted += killedInTheMiddle(state, files, random) ? 1 : 0;
      assertNothingAcknowledgedIsLost(state);
    }
    assertEquals("done", lastWord(start(state, files)));

    assertTrue(interrupted > 0, "no kill hit a batch under way: the test proves nothing");
    assertEquals(digest(undisturbed(files)), digest(state));
  }

  /** Lines with repeats, corrections and bad ones among them. */
  private static List<String> lines(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      int number = random.nextInt(ROWS * 2);
      lines.add(
          random.nextInt(50) == 0
              ? InvoiceFile.badCode(number)
              : InvoiceFile.line(number % 100, number, 1 + random.nextInt(2)));
    }
    return lines;
  }

  private List<String> acknowledged = List.of();

  /** Starts the child, lets it make some durable steps, and kills it a random moment later. */
  private boolean killedInTheMiddle(Path state, List<Path> files, Random random)
      throws IOException, InterruptedException {
    Process child = start(state, files);
    int steps = 1 + random.nextInt(180);
    List<String> told = new ArrayList<>();
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      while (line != null && told.size() < steps) {
        told.add(line);
        line = output.readLine();
      }
      boolean ended = child.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
      child.toHandle().destroyForcibly(); // unlike the process itself, it leaves the output open
      child.waitFor();
      for (; line != null; line = output.readLine()) {
        told.add(line);
      }
      acknowledged = told;
      return !ended;
    }
  }

  /** What the child said was durable is there: its batches stand at least at the told lines. */
  private void assertNothingAcknowledgedIsLost(Path state) {
    try (Store store = Store.open(state, StoreOptions.small())) {
      assertEquals(Optional.empty(), new AuditTrail(store).verify(List.of()).broken());
      Batches batches = new Batches(store);
      for (String step : acknowledged) {
        int space = step.indexOf(' ');
        if (space > 0) {
          Receipt receipt = batches.find(step.substring(0, space)).orElseThrow();
          assertTrue(receipt.lastLine() >= Long.parseLong(step.substring(space + 1)), step);
          assertEquals(receipt.status() == Status.COMPLETE, receipt.lastLine() == ROWS + 1, step);
        }
      }
    }
  }

  private Process start(Path state, List<Path> files) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xshare:auto");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(CrashChild.class.getName());
    command.add(state.toString());
    files.forEach(file -> command.add(file.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String lastWord(Process child) throws IOException, InterruptedException {
    String last = "";
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        last = line;
      }
    }
    assertEquals(0, child.waitFor());
    return last;
  }

  private Path undisturbed(List<Path> files) throws IOException {
    Path state = folder.resolve("undisturbed");
    try (Store store = Store.open(state, StoreOptions.small())) {
      Ingest ingest = new Ingest(store);
      for (Path file : files) {
        ingest.takeFile(VatInvoice.OUTPUT, file, CrashChild.KNOWN, Progress.NONE);
      }
    }
    return state;
  }

  private static String digest(Path state) {
    try (Store store = Store.open(state, StoreOptions.small())) {
      return StateDigest.of(store);
    }
  }
}
