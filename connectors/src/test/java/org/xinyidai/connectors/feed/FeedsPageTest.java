package org.xinyidai.connectors.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.connectors.feed.FeedBytes.Outcome;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedsPageTest {
  private static final Path PAGE = Path.of("../docs/feeds.md");

  @BeforeAll
  static void write_the_page_when_asked() throws IOException {
    if (Boolean.getBoolean("xinyidai.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, FeedsPage.text());
    }
  }

  @Test
  void the_page_of_feeds_says_what_is_declared() throws IOException {
    assertEquals(FeedsPage.text(), Files.readString(PAGE));
  }

  @Test
  void every_example_on_the_page_is_accepted_and_reads_alike_in_both_formats() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    List<String> seen = new ArrayList<>();
    Feed<?> feed = Feeds.byNumber(1);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("## ")) {
        feed = Feeds.byId(lines.get(i).substring(3)).orElse(feed);
      }
      if (lines.get(i).equals("```csv")) {
        Outcome csv = read(feed, Format.CSV, lines.get(i + 1), lines.get(i + 2));
        Outcome json = read(feed, Format.NDJSON, lines.get(i + 5));
        assertEquals(List.of(), csv.rejected, feed.id());
        assertEquals(csv.accepted, json.accepted, feed.id());
        assertEquals(1, csv.accepted.size());
        seen.add(feed.id());
      }
    }
    assertEquals(Feeds.KNOWN.stream().map(Feed::id).toList(), seen);
  }

  private static Outcome read(Feed<?> feed, Format format, String... lines) throws IOException {
    return FeedBytes.read(feed, FeedBytes.utf8(lines), format, ReadLimits.DEFAULT);
  }
}
