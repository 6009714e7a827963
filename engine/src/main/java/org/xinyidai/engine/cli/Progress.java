package org.xinyidai.engine.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How far long work has come: a bar on a terminal, else a plain line now and then, so that a log
 * stays readable. Goes to standard error; results alone go to standard output.
 */
final class Progress implements AutoCloseable {
  /**
   * The launcher says whether standard error is a terminal; the JVM cannot tell on every release.
   */
  private static final String ON_TERMINAL = "xyd.terminal";

  /** Often enough to show life, seldom enough for a log. */
  private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(5);

  private static final long UNKNOWN = -1;

  private final String task;
  private final long total;
  private final PrintStream out;
  private final LongSupplier nanoTime;
  private final @Nullable ProgressBar bar;
  private long done;
  private long lastLine;

  private Progress(
      String task, long total, PrintStream out, LongSupplier nanoTime, boolean onTerminal) {
    this.task = task;
    this.total = total;
    this.out = out;
    this.nanoTime = nanoTime;
    this.lastLine = nanoTime.getAsLong();
    this.bar = onTerminal ? bar(task, total, out) : null;
  }

  /** Begins to show a task of a known number of steps. */
  static Progress of(String task, long total) {
    return new Progress(task, total, System.err, System::nanoTime, Boolean.getBoolean(ON_TERMINAL));
  }

  /** Begins to show a task whose end is not known before it comes. */
  static Progress ofUnknownLength(String task) {
    return of(task, UNKNOWN);
  }

  /** For tests: plain lines to a given place by a given clock. */
  static Progress plain(String task, long total, PrintStream out, LongSupplier nanoTime) {
    return new Progress(task, total, out, nanoTime, false);
  }

  /** Says that some more steps are done. */
  synchronized void advance(long steps) {
    reach(done + steps);
  }

  /** Says how many steps are done by now. */
  synchronized void reach(long steps) {
    done = steps;
    if (bar != null) {
      bar.stepTo(steps);
    } else if (nanoTime.getAsLong() - lastLine >= PLAIN_LINE_EVERY.toNanos()) {
      lastLine = nanoTime.getAsLong();
      out.println(
          total == UNKNOWN
              ? "%s: %,d".formatted(task, done)
              : "%s: %,d of %,d".formatted(task, done, total));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private static ProgressBar bar(String task, long total, PrintStream out) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total)
        .setConsumer(new ConsoleProgressBarConsumer(out))
        .build();
  }
}
