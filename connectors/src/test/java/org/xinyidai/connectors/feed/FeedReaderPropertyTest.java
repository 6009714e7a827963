package org.xinyidai.connectors.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.xinyidai.connectors.feed.FeedBytes.HEADER;
import static org.xinyidai.connectors.feed.FeedBytes.INVOICE;
import static org.xinyidai.connectors.feed.FeedBytes.gzip;
import static org.xinyidai.connectors.feed.FeedBytes.utf8;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.xinyidai.connectors.feed.FeedBytes.Outcome;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.VatInvoice;

class FeedReaderPropertyTest {
  @Property
  void any_bytes_are_read_or_refused_as_a_file_and_nothing_else(
      @ForAll @Size(max = 400) byte[] bytes,
      @ForAll @IntRange(min = 1, max = 20) int feedNumber,
      @ForAll Format format) {
    reconciles(Feeds.byNumber(feedNumber), bytes, format);
  }

  @Property
  void a_damaged_file_is_read_or_refused_as_a_file_and_nothing_else(
      @ForAll long seed, @ForAll boolean compressed, @ForAll @IntRange(max = 9) int wounds) {
    Random random = new Random(seed);
    byte[] bytes = utf8(HEADER, INVOICE, INVOICE.replace("有效", "\"作,废\""), INVOICE);
    byte[] damaged = compressed ? gzip(bytes) : bytes;
    for (int wound = 0; wound < wounds; wound++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    reconciles(VatInvoice.OUTPUT, damaged, Format.CSV);
  }

  @Property
  void every_line_of_ndjson_is_received_once(
      @ForAll @Size(max = 30) java.util.List<@IntRange(max = 4) Integer> kinds) {
    String[] texts = {"{}", "{\"uscc\":\"x\"}", "{\"", "x y", "{\"taxYuan\":1}}"};
    String[] lines = kinds.stream().map(kind -> texts[kind]).toArray(String[]::new);
    Outcome outcome = reconciles(VatInvoice.OUTPUT, utf8(lines), Format.NDJSON);
    assertEquals(kinds.size(), outcome.received);
  }

  private static Outcome reconciles(Feed<?> feed, byte[] bytes, Format format) {
    ReadLimits limits = new ReadLimits(1 << 14, 50, 1 << 20, 100);
    try {
      Outcome outcome = FeedBytes.read(feed, bytes, format, limits);
      assertEquals(outcome.received, outcome.accepted.size() + outcome.rejected.size());
      return outcome;
    } catch (UnreadableFile unreadable) {
      assertFalse(unreadable.getMessage().isBlank());
      return new Outcome();
    }
  }
}
