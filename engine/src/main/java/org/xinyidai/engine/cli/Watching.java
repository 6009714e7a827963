package org.xinyidai.engine.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.HttpService;
import org.xinyidai.engine.telemetry.LogLines;
import org.xinyidai.engine.telemetry.Tracing;
import picocli.CommandLine.Option;

/** What an operator sees of a running server: its log, its traces and its end. */
final class Watching {
  private static final int ALL = 100;
  private static final int LONGEST_NOTICE_SECONDS = 300;

  @Option(
      names = "--log",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "lines of the log on standard error: text or json (default: ${DEFAULT-VALUE})")
  private LogLines log = LogLines.TEXT;

  @Option(
      names = "--log-file",
      paramLabel = "FILE",
      description =
          "write the log there instead, as JSON lines; a new file every day and 100 MB, kept for "
              + "14 days and up to 2 GB")
  private @Nullable Path logFile;

  @Option(
      names = "--traces",
      paramLabel = "URL",
      description = "collector of traces (OTLP over HTTP), such as http://127.0.0.1:4318")
  private @Nullable URI traces;

  @Option(
      names = "--trace-percent",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "share of requests that are traced where their caller does not decide"
              + " (default: ${DEFAULT-VALUE})")
  private int tracePercent = ALL;

  @Option(
      names = "--drain-seconds",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "how long to say that the end is near (/health/ready answers 503) before no more calls"
              + " are taken (default: ${DEFAULT-VALUE})")
  private int drainSeconds;

  /** Fails before any work is done when a value makes no sense. */
  void check() {
    if (tracePercent < 0 || tracePercent > ALL) {
      throw new Failure("--trace-percent must lie between 0 and " + ALL);
    }
    if (drainSeconds < 0 || drainSeconds > LONGEST_NOTICE_SECONDS) {
      throw new Failure("--drain-seconds must lie between 0 and " + LONGEST_NOTICE_SECONDS);
    }
    if (traces != null && (traces.getHost() == null || !isHttp(traces))) {
      throw new Failure("--traces takes an address such as http://127.0.0.1:4318");
    }
  }

  /** From here on the log looks as was asked. */
  void beginLog() {
    log.use(logFile);
  }

  Tracing tracing() {
    return traces == null ? Tracing.off() : Tracing.to(traces, tracePercent);
  }

  /** Tells balancers that the end is near, and gives them the time to notice. */
  void giveNotice(HttpService service) throws InterruptedException {
    service.announceEnd();
    TimeUnit.SECONDS.sleep(drainSeconds);
  }

  private static boolean isHttp(URI address) {
    return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
  }
}
