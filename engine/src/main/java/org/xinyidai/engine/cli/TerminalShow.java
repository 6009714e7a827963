package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import org.xinyidai.engine.demo.Show;

/**
 * Shows a demonstration on the terminal: results to standard output, progress to standard error.
 */
record TerminalShow(PrintWriter out, PrintWriter err) implements Show {
  @Override
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void warn(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public void during(String task, long total, Work work) {
    try (Progress progress = Progress.of(task, total)) {
      work.run(progress::reach);
    }
  }
}
