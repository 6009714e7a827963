package org.xinyidai.engine.lending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.KeyPlace;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.StepKind;

/**
 * Kills a real process in the middle of steps: each step is there whole and once, or not at all.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoanCrashTest {
  private static final long SEED = 20_260_102;
  private static final int KILLS = 4;

  /** Of the way, the steps that the nation is told of. */
  private static final List<StepKind> TOLD =
      List.of(StepKind.GRANT, StepKind.SIGN, StepKind.DRAW_DOWN, StepKind.REPAY, StepKind.SETTLE);

  @TempDir private Path folder;
  private final Map<Integer, Integer> acknowledged = new TreeMap<>();

  @Test
  void killed_at_any_moment_state_events_notices_and_audit_agree() throws Exception {
    System.out.println("loan crash test seed " + SEED);
    Random random = new Random(SEED);
    int interrupted = 0;
    for (int i = 0; i < KILLS; i++) {
      interrupted += run(10 + random.nextInt(100)) ? 1 : 0;
      assertConsistent();
    }
    assertTrue(interrupted > 0, "no kill hit a step under way: the test proves nothing");
    run(Integer.MAX_VALUE);
    assertConsistent();
    acknowledged.values().forEach(steps -> assertEquals(Filed.WAY.size(), steps));
    assertEquals(LoanCrashChild.APPLICATIONS, acknowledged.size());
  }

  private void assertConsistent() {
    try (Platform platform = Platform.open(folder, InstantSource.system())) {
      assertEquals(Optional.empty(), new AuditTrail(platform.store()).verify(List.of()).broken());
      Loans loans = Loans.of(platform, new Accounts(platform.store(), new SecureRandom()));
      List<String> events = new ArrayList<>();
      long notices = 0;
      List<Application> all = loans.applications().all(mark -> true, "", 1_000).applications();
      for (Application one : all) {
        int steps = one.history().size();
        notices += 1 + steps;
        for (int i = 0; i < steps; i++) {
          if (TOLD.contains(one.history().get(i).step())) {
            events.add(one.id() + "." + (i + 1));
          }
        }
      }
      acknowledged.forEach((number, steps) -> assertNothingLost(loans, number, steps));
      assertEquals(events.stream().sorted().toList(), outbox(loans));
      assertEquals(notices, told(platform, Filed.BANK) + told(platform, Filed.FIRM.value()));
      long settled = loans.funnel(mark -> true).in(ApplicationState.SETTLED);
      assertEquals(
          all.stream().filter(one -> one.state() == ApplicationState.SETTLED).count(), settled);
    }
  }

  private static void assertNothingLost(Loans loans, int number, int steps) {
    Application held = loans.applications().find(Filed.id(number)).orElseThrow();
    assertTrue(held.history().size() >= steps, number + " lost a step");
  }

  private static List<String> outbox(Loans loans) {
    return loans.outbox().page("", 10_000).stream()
        .map(Outbox.Held::entry)
        .map(entry -> entry.id())
        .sorted()
        .toList();
  }

  private static long told(Platform platform, String organisation) {
    return platform.notices().unread(organisation);
  }

  /** Starts the child and kills it after so many durable steps; whether it was still at work. */
  private boolean run(int lines) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-D" + KeyPlace.PROPERTY + "=" + System.getProperty(KeyPlace.PROPERTY),
                "-cp",
                System.getProperty("java.class.path"),
                LoanCrashChild.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    boolean done = false;
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      int read = 0;
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        done |= line.equals("done");
        int space = line.indexOf(' ');
        if (space > 0) {
          acknowledged.put(
              Integer.parseInt(line.substring(0, space)),
              Integer.parseInt(line.substring(space + 1)));
        }
        if (++read == lines) {
          child.toHandle().destroyForcibly(); // what it told before is still read to its end
        }
      }
    }
    child.waitFor();
    return !done;
  }
}
