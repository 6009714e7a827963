package org.xinyidai.engine.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.ingest.Counts;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.simulation.SimulatedCity;

/**
 * Takes in all that the simulated city's offices deliver (模拟数据入库), in the order in which it would
 * have come and known when it would have been. The next files are written while one is taken in.
 */
final class CityIntake {
  /** Files written ahead: enough to keep both threads busy, few enough to hold in memory. */
  private static final int AHEAD = 4;

  private final Ingest ingest;

  CityIntake(Ingest ingest) {
    this.ingest = ingest;
  }

  /** One file with its bytes. */
  private record Written(
      org.xinyidai.engine.simulation.Delivery delivery, Supplier<InputStream> bytes) {
    static Written of(org.xinyidai.engine.simulation.Delivery delivery) {
      byte[] bytes = delivery.bytes();
      return new Written(delivery, () -> new ByteArrayInputStream(bytes));
    }
  }

  /**
   * Takes everything in; a delivery that was taken before is answered with its receipt.
   *
   * @param done told the number of deliveries taken
   */
  Counts run(SimulatedCity city, LongConsumer done) {
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Iterator<org.xinyidai.engine.simulation.Delivery> deliveries = city.deliveries().iterator();
      Deque<Future<Written>> ahead = new ArrayDeque<>();
      Counts counts = Counts.NONE;
      long taken = 0;
      while (deliveries.hasNext() || !ahead.isEmpty()) {
        while (deliveries.hasNext() && ahead.size() < AHEAD) {
          org.xinyidai.engine.simulation.Delivery next = deliveries.next();
          ahead.add(writer.submit(() -> Written.of(next)));
        }
        counts = counts.plus(take(ahead.remove().get()).counts());
        done.accept(++taken);
      }
      return counts;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a simulated file could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while taking the city in", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.shutdownNow();
    }
  }

  private Receipt take(Written written) throws IOException {
    org.xinyidai.engine.simulation.Delivery simulated = written.delivery();
    Format format =
        Format.ofFileName(simulated.fileName())
            .orElseThrow(() -> new UnreadableFile(simulated.fileName() + ": unknown format"));
    Delivery delivery =
        Delivery.once(
            simulated.feed(), simulated.fileName(), written.bytes().get(), simulated.knownAt());
    FeedReader reader = FeedReader.open(simulated.feed(), written.bytes().get(), format);
    return ingest.take(delivery, reader, Progress.NONE);
  }
}
