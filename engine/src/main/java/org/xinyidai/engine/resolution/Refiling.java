package org.xinyidai.engine.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.ingest.Batch;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.subject.Uscc;

/**
 * Sends refused rows through ingest again, now with their code (重新入库): as a batch of its own, named
 * by its content, so that the same filing again changes nothing. Line n of the batch is row n of
 * the list; the batch's source is the batch that refused them.
 */
final class Refiling {
  private static final JsonMapper JSON = new JsonMapper();

  /** A refused row and whose it is. */
  record Filed(Map<String, String> named, Uscc uscc) {}

  private final Ingest ingest;

  Refiling(Ingest ingest) {
    this.ingest = ingest;
  }

  Receipt file(Feed<?> feed, String refusedIn, List<Filed> rows) {
    byte[] body = body(feed, rows);
    Delivery delivery = Delivery.ofRequest(feed, refusedIn, Integer.toHexString(rows.size()), body);
    try {
      return ingest.take(
          named(delivery),
          FeedReader.open(feed, new ByteArrayInputStream(body), Format.NDJSON),
          Progress.NONE);
    } catch (UnreadableFile e) {
      throw new IllegalStateException("rows that were written here can be read", e);
    }
  }

  /** The id follows from the content, so that another set of rows is another batch. */
  private static Delivery named(Delivery delivery) {
    String id = Batch.REFILED + delivery.content().substring(0, 32);
    return new Delivery(
        delivery.feed(), delivery.source(), id, 1, delivery.content(), delivery.knownAt());
  }

  /** The row as JSON with its code in place of what stood there. */
  static String line(Feed<?> feed, Filed row) {
    Map<String, String> named = new LinkedHashMap<>();
    named.put(Column.USCC.name(), row.uscc().value());
    List<String> codes = feed.columns().get(0).headers();
    row.named()
        .forEach(
            (header, text) -> {
              if (!codes.contains(header)) {
                named.putIfAbsent(header, text);
              }
            });
    try {
      return JSON.writeValueAsString(named);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] body(Feed<?> feed, List<Filed> rows) {
    StringBuilder body = new StringBuilder();
    rows.forEach(row -> body.append(line(feed, row)).append('\n'));
    return body.toString().getBytes(UTF_8);
  }
}
