package org.xinyidai.engine.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.store.NewFact;
import org.xinyidai.engine.store.Shards;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated;

/**
 * Sends refused rows through ingest again, mended (重新入库): as a batch of its own, named by its
 * content, so that the same filing again changes nothing. Line n of the batch is row n of the list;
 * the batch's source is the batch that refused them.
 */
public final class Refiling {
  /** Characters of a digest in a batch id: 128 bits are never met twice. */
  private static final int ID_LENGTH = 32;

  private static final JsonMapper JSON = new JsonMapper();

  private final Ingest ingest;

  public Refiling(Ingest ingest) {
    this.ingest = ingest;
  }

  /**
   * Files rows that were refused in a batch.
   *
   * @param refusedIn id of that batch, with a line behind a colon where there is one row only
   * @param rows texts by names that the feed answers to
   * @param knownAt when their facts count as known; null means when they are written
   */
  public Receipt file(
      Feed<?> feed, String refusedIn, List<Map<String, String>> rows, @Nullable Instant knownAt) {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(json(row)).append('\n'));
    byte[] body = text.toString().getBytes(UTF_8);
    // The same row refused twice is two filings, each counted where it was refused.
    String content = ContentDigest.of(feed, (refusedIn + '\n' + text).getBytes(UTF_8));
    String id = Batch.REFILED + content.substring(0, ID_LENGTH);
    try {
      return ingest.take(
          new Delivery(feed, refusedIn, id, 1, content, knownAt), open(feed, body), Progress.NONE);
    } catch (IOException e) {
      throw new IllegalStateException("rows that were written here can be read", e);
    }
  }

  /** The row with another text in a column, whatever name the file gave that column. */
  public static Map<String, String> with(
      Feed<?> feed, Map<String, String> named, int column, String text) {
    List<String> headers = feed.columns().get(column).headers();
    Map<String, String> mended = new LinkedHashMap<>(named);
    mended.keySet().removeIf(headers::contains);
    if (!text.isEmpty()) {
      mended.put(headers.get(0), text);
    }
    return mended;
  }

  /** The fact that a row becomes when it is filed; empty where it has another fault. */
  public static Optional<NewFact> fact(
      Shards shards, Feed<?> feed, Map<String, String> named, LocalDate receivedOn) {
    return validate(feed, named, receivedOn) instanceof Validated.Accepted<Row> ok
        ? Optional.of(NewFact.of(shards, feed, ok.value()))
        : Optional.empty();
  }

  /** What validation says of a row as it would be filed. */
  public static Validated<Row> validate(
      Feed<?> feed, Map<String, String> named, LocalDate receivedOn) {
    try (FeedReader reader = open(feed, json(named).getBytes(UTF_8))) {
      reader.next();
      return reader.current().validate(feed, receivedOn);
    } catch (IOException e) {
      throw new IllegalStateException("a row that was written here can be read", e);
    }
  }

  private static FeedReader open(Feed<?> feed, byte[] body) throws IOException {
    return FeedReader.open(feed, new ByteArrayInputStream(body), Format.NDJSON);
  }

  private static String json(Map<String, String> named) {
    try {
      return JSON.writeValueAsString(named);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
