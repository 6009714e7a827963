package org.xinyidai.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.xinyidai.connectors.drop.DropFolder;
import org.xinyidai.connectors.drop.DropLimits;
import org.xinyidai.engine.drop.DropIntake;
import org.xinyidai.engine.drop.Settled;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.resolution.ResolutionDesk;
import picocli.CommandLine;

/** Takes once all that lies in a drop folder, and tells of each file what became of it. */
final class DropCommand {
  private final Path drop;
  private final StateOption state;
  private final CommandLine terminal;
  private long bad;

  DropCommand(Path drop, StateOption state, CommandLine terminal) {
    this.drop = drop;
    this.state = state;
    this.terminal = terminal;
  }

  /** Exit code 1 where a file was set aside, for a job that watches it. */
  int run() throws IOException {
    try (DropFolder folder = open(drop);
        Platform platform = state.open()) {
      DropIntake intake = new DropIntake(platform.ingest(), DropLimits.STANDARD);
      long all = 0;
      int round;
      do {
        round = intake.round(folder, settled -> tell(settled, platform.resolution()));
        all += round;
      } while (round > 0);
      if (all == 0) {
        terminal.getOut().println("没有可接收的文件 nothing lies ready in " + drop);
      }
    }
    return bad > 0 ? 1 : 0;
  }

  /** Opens a drop folder; what stands against it is told in one line. */
  static DropFolder open(Path drop) {
    try {
      return DropFolder.open(drop);
    } catch (IOException e) {
      throw new Failure(String.valueOf(e.getMessage()));
    }
  }

  private void tell(Settled settled, ResolutionDesk desk) {
    if (settled instanceof Settled.Taken taken) {
      ReceiptText.print(taken.name(), taken.receipt(), terminal);
      ReceiptText.print(desk.cases().standing(taken.receipt().batch().id()), terminal);
    } else if (settled instanceof Settled.Bad set) {
      bad++;
      terminal.getOut().printf("%s: set aside 已退回: %s%n", set.name(), set.why().getMessage());
    }
  }
}
