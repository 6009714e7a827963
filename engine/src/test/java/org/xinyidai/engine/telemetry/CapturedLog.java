package org.xinyidai.engine.telemetry;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every log line that is written meanwhile, in the form that it would have on the terminal. */
public final class CapturedLog implements AutoCloseable {
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final List<String> lines = new ArrayList<>();
  private final Catching catching = new Catching();

  private CapturedLog() {
    catching.encoder = encoder(context);
    catching.setContext(context);
    catching.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(catching);
  }

  /** Uses the form and catches its lines from here on. */
  public static CapturedLog of(LogLines form) {
    form.use(null);
    return new CapturedLog();
  }

  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  @Override
  public void close() {
    context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(catching);
    LogLines.TEXT.use(null);
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context) {
    var appenders = context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
    return ((ConsoleAppender<ILoggingEvent>) appenders.next()).getEncoder();
  }

  private final class Catching extends AppenderBase<ILoggingEvent> {
    private Encoder<ILoggingEvent> encoder;

    @Override
    protected void append(ILoggingEvent event) {
      String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
      synchronized (lines) {
        lines.add(line);
      }
    }
  }
}
