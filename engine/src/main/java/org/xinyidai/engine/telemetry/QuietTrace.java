package org.xinyidai.engine.telemetry;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an exception without its message (无消息堆栈): classes and places alone, for a message may
 * repeat what a record or a request said of someone. Those of the store speak of files and disks
 * only.
 */
public final class QuietTrace extends ThrowableHandlingConverter {
  private static final Set<String> SPEAK_OF_NOBODY =
      Set.of("org.xinyidai.engine.store.StoreException", "org.rocksdb.RocksDBException");

  /** Causes below causes: past it a chain is a circle. */
  private static final int DEEPEST = 20;

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    @Nullable IThrowableProxy cause = event.getThrowableProxy();
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      append(cause, depth > 0, text);
      cause = cause.getCause();
    }
    return text.toString();
  }

  private static void append(IThrowableProxy thrown, boolean isCause, StringBuilder text) {
    text.append(isCause ? "caused by " : "").append(thrown.getClassName());
    if (SPEAK_OF_NOBODY.contains(thrown.getClassName())) {
      text.append(": ").append(thrown.getMessage());
    }
    text.append('\n');
    for (StackTraceElementProxy element : thrown.getStackTraceElementProxyArray()) {
      text.append("    ").append(element.getSTEAsString()).append('\n');
    }
  }
}
