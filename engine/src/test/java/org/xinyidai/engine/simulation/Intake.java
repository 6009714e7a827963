package org.xinyidai.engine.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.RowIdentity;
import org.xinyidai.models.record.Validated;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.record.Validated.Reason;
import org.xinyidai.models.record.Validated.Rejected;

/**
 * Takes deliveries in as the platform does, by its own reader and checks, with a map for a store.
 */
final class Intake {
  final Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
  final Map<Feed<?>, Long> acceptedByFeed = new HashMap<>();
  long rows;
  long accepted;
  long repeated;
  private final Map<List<Object>, Row> newest = new HashMap<>();
  private final BiConsumer<Feed<?>, Row> onAccepted;

  Intake(BiConsumer<Feed<?>, Row> onAccepted) {
    this.onAccepted = onAccepted;
  }

  static Intake ofAll(Iterable<Delivery> deliveries) throws IOException {
    Intake intake = new Intake((feed, row) -> {});
    for (Delivery delivery : deliveries) {
      intake.take(delivery);
    }
    return intake;
  }

  Map<String, Long> rejectedByName() {
    Map<String, Long> names = new TreeMap<>();
    rejected.forEach((reason, count) -> names.put(reason.name(), count));
    return names;
  }

  void take(Delivery delivery) throws IOException {
    Feed<?> feed = delivery.feed();
    Format format = Format.ofFileName(delivery.fileName()).orElseThrow();
    LocalDate receivedOn = delivery.knownAt().atOffset(ZoneOffset.ofHours(8)).toLocalDate();
    try (FeedReader reader =
        FeedReader.open(feed, new ByteArrayInputStream(delivery.bytes()), format)) {
      while (reader.next()) {
        rows++;
        Validated<Row> checked = reader.current().validate(feed, receivedOn);
        if (checked instanceof Rejected<Row> refused) {
          rejected.merge(refused.reason(), 1L, Long::sum);
        } else if (checked instanceof Accepted<Row> sound) {
          keep(feed, sound.value());
        }
      }
      if (!reader.ignoredColumns().isEmpty()) {
        throw new AssertionError("unknown columns " + reader.ignoredColumns());
      }
    }
  }

  private void keep(Feed<?> feed, Row row) {
    String identity = new String(RowIdentity.bytes(feed, row), ISO_8859_1);
    List<Object> key = List.of(feed.number(), row.text(0), feed.epochDay(row), identity);
    if (row.equals(newest.put(key, row))) {
      repeated++;
    } else {
      accepted++;
      acceptedByFeed.merge(feed, 1L, Long::sum);
      onAccepted.accept(feed, row);
    }
  }
}
