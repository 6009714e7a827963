package org.xinyidai.engine.telemetry;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusUtil;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** How log lines look and where they go (日志输出); before anybody asks, text on standard error. */
public enum LogLines {
  /** For a person at a terminal. */
  TEXT,
  /** One JSON object a line, for a collector. */
  JSON;

  private static final String FORM = "xyd.log";
  private static final String FILE = "xyd.log.file";
  private static final String SETTINGS = "/logback.xml";

  /**
   * Uses this form from now on.
   *
   * @param file to write JSON lines to, rolled by day and size; null for standard error
   * @throws UncheckedIOException when the file cannot be written
   */
  public void use(@Nullable Path file) {
    // One log: what libraries say to java.util.logging goes the same way.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (!(factory instanceof LoggerContext context)) {
      throw new IllegalStateException("another log library is on the class path: " + factory);
    }
    URL settings = Objects.requireNonNull(LogLines.class.getResource(SETTINGS), SETTINGS);
    context.reset();
    context.putProperty(FORM, file == null ? name().toLowerCase(Locale.ROOT) : "file");
    if (file != null) {
      context.putProperty(FILE, file.toString());
    }
    long began = System.currentTimeMillis();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(settings);
    } catch (JoranException e) {
      throw new IllegalStateException("the settings of the log are broken", e);
    }
    if (file != null && new StatusUtil(context).getHighestLevel(began) >= Status.ERROR) {
      throw new UncheckedIOException(
          new FileSystemException(file.toString(), null, "the log cannot be written there"));
    }
  }
}
