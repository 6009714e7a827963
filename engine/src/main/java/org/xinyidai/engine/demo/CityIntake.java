package org.xinyidai.engine.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.ingest.Counts;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.simulation.Tally;

/**
 * Takes in what the simulated city's offices deliver (模拟数据入库), in the order in which it would have
 * come and known when it would have been. A file is written while it is read, and is never whole in
 * memory.
 */
final class CityIntake {
  /** Files begun ahead, so that the writer does not wait for the end of the one before. */
  private static final int AHEAD = 2;

  private final Ingest ingest;

  CityIntake(Ingest ingest) {
    this.ingest = ingest;
  }

  /** What the store counted, and what the city says that it sent. */
  record Taken(Counts counts, Tally sent) {
    static final Taken NOTHING = new Taken(Counts.NONE, Tally.NOTHING);

    Taken plus(Taken other) {
      return new Taken(counts.plus(other.counts), sent.plus(other.sent));
    }
  }

  /** One file on its way. */
  private record OnItsWay(
      org.xinyidai.engine.simulation.Delivery delivery, FilePipe pipe, Future<Tally> written) {}

  /**
   * Takes deliveries in; one that was taken before is answered with its receipt.
   *
   * @param done told the number of deliveries taken
   */
  Taken run(Stream<org.xinyidai.engine.simulation.Delivery> deliveries, LongConsumer done) {
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Iterator<org.xinyidai.engine.simulation.Delivery> left = deliveries.iterator();
      Deque<OnItsWay> ahead = new ArrayDeque<>();
      Taken taken = Taken.NOTHING;
      long count = 0;
      while (left.hasNext() || !ahead.isEmpty()) {
        while (left.hasNext() && ahead.size() < AHEAD) {
          ahead.add(begin(left.next(), writer));
        }
        OnItsWay next = ahead.remove();
        Counts counts = take(next).counts();
        taken = taken.plus(new Taken(counts, next.written().get()));
        done.accept(++count);
      }
      return taken;
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

  private static OnItsWay begin(
      org.xinyidai.engine.simulation.Delivery delivery, ExecutorService writer) {
    FilePipe pipe = new FilePipe();
    Future<Tally> written =
        writer.submit(
            () -> {
              try (OutputStream out = pipe.out()) {
                return delivery.writeTo(out);
              }
            });
    return new OnItsWay(delivery, pipe, written);
  }

  private Receipt take(OnItsWay file) throws IOException {
    org.xinyidai.engine.simulation.Delivery simulated = file.delivery();
    String name = simulated.fileName();
    Format format =
        Format.ofFileName(name).orElseThrow(() -> new UnreadableFile(name + ": unknown format"));
    InputStream identity = new ByteArrayInputStream(simulated.identity().getBytes(UTF_8));
    String office = simulated.feed().source() + "（模拟）";
    Delivery delivery = Delivery.once(simulated.feed(), office, identity, simulated.knownAt());
    return ingest.take(
        delivery, FeedReader.open(simulated.feed(), file.pipe().in(), format), Progress.NONE);
  }
}
