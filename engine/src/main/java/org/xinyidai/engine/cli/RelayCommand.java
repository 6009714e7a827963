package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xinyidai.engine.feedback.Feedback;
import org.xinyidai.engine.feedback.Outward;
import org.xinyidai.engine.feedback.RelayStatus;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Returns what waits to the nodes, by hand, while no server runs; then ends. */
@Command(
    name = "relay",
    mixinStandardHelpOptions = true,
    description =
        "立即回传 Return what waits to the nodes now and end, as a running server does all the time.")
final class RelayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Mixin private FeedbackOptions nodes = new FeedbackOptions();

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "end by then, whatever still waits (default: ${DEFAULT-VALUE})")
  private int seconds = 300;

  @Override
  public Integer call() throws InterruptedException {
    nodes.check();
    try (Platform platform = state.open()) {
      Feedback feedback = Feedback.of(platform);
      Optional<Outward> begun = nodes.begin(feedback);
      if (begun.isEmpty()) {
        throw new Failure("no node is configured: give --region-url or --nation-url");
      }
      try (Outward outward = begun.get()) {
        return wait(outward);
      }
    }
  }

  private int wait(Outward outward) throws InterruptedException {
    boolean done = outward.awaitIdle(Duration.ofSeconds(seconds));
    PrintWriter out = spec.commandLine().getOut();
    for (RelayStatus one : outward.relay().status()) {
      out.printf(
          "%s %s %s: 待回传 waiting %,d %s%n",
          one.tier().titleZh(), one.tier().code(), one.node(), one.waiting(), one.trouble());
    }
    out.flush();
    return done ? 0 : 1;
  }
}
