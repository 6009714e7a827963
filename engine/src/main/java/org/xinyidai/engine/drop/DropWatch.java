package org.xinyidai.engine.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.connectors.drop.DropFolder;
import org.xinyidai.engine.store.StoreException;

/**
 * Looks into a drop folder again and again (投递目录监视) on a thread of its own. It asks the folder
 * rather than waiting to be told, for network disks tell nothing.
 */
public final class DropWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DropWatch.class);

  /** Soon enough for people, seldom enough for a network disk. */
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** A file under way is finished when told to end; one that takes longer goes on next time. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DropFolder folder;
  private final DropIntake intake;
  private final ScheduledExecutorService thread;

  private DropWatch(DropFolder folder, DropIntake intake, ScheduledExecutorService thread) {
    this.folder = folder;
    this.intake = intake;
    this.thread = thread;
  }

  /** Begins to watch; closing ends it and gives the folder back. */
  public static DropWatch start(DropFolder folder, DropIntake intake) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "drop-watch"));
    DropWatch watch = new DropWatch(folder, intake, thread);
    var unused =
        thread.scheduleWithFixedDelay(watch::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  @Override
  public void close() {
    end(thread);
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder, as it was named. */
  @Override
  public String toString() {
    return folder.toString();
  }

  private static void end(ExecutorService thread) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** What is wrong with the disk today may be right in two seconds, so the watch goes on. */
  private void look() {
    try {
      intake.round(folder, DropWatch::log);
    } catch (IOException | StoreException e) {
      LOG.warn("the drop folder cannot be read ({}); trying again", e.getClass().getName());
    } catch (RuntimeException e) {
      LOG.error("a fault of the program at the drop folder; trying again", e);
    }
  }

  /** Whoever dropped a file chose its name, so the name stays out; the folders show it. */
  private static void log(Settled settled) {
    if (settled instanceof Settled.Taken taken) {
      String batch = taken.receipt().batch().id();
      LOG.atInfo().addKeyValue("batch", batch).log("a dropped file was taken");
    } else if (settled instanceof Settled.Bad bad) {
      LOG.atWarn().addKeyValue("problem", bad.why().problem()).log("a dropped file was set aside");
    }
  }
}
