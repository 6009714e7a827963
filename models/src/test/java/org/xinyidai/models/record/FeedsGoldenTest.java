package org.xinyidai.models.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Rows were stored under these numbers, places and codes: a feed, a column of a feed and a code of
 * a column may only be appended, to {@code feeds.golden} as well.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedsGoldenTest {
  @Test
  void every_stored_feed_still_means_the_same() throws IOException {
    List<String> golden = golden();
    for (int i = 0; i < golden.size(); i++) {
      List<String> now = described(Feeds.KNOWN.get(i));
      List<String> stored = List.of(golden.get(i).split(" \\| ", -1));
      for (int part = 0; part < stored.size(); part++) {
        assertTrue((now.get(part) + " ").startsWith(stored.get(part) + " "), stored.get(part));
      }
    }
  }

  @Test
  void every_feed_is_in_the_golden_file_and_what_was_appended_may_be_absent() throws IOException {
    List<String> golden = golden();
    assertEquals(golden.size(), Feeds.KNOWN.size());
    for (Feed<?> feed : Feeds.KNOWN) {
      int stored = golden.get(feed.number() - 1).split(" \\| ", -1).length - 1;
      feed.columns().stream()
          .skip(stored)
          .forEach(column -> assertFalse(column.required(), column.name()));
    }
  }

  @Test
  void a_feed_is_found_by_its_name_and_its_number() {
    for (Feed<?> feed : Feeds.KNOWN) {
      assertEquals(Optional.of(feed), Feeds.byId(feed.id()));
      assertEquals(feed, Feeds.byNumber(feed.number()));
    }
    assertEquals(Optional.empty(), Feeds.byId("weather"));
    assertThrows(IllegalArgumentException.class, () -> Feeds.byNumber(0));
    assertThrows(IllegalArgumentException.class, () -> Feeds.byNumber(Feeds.KNOWN.size() + 1));
  }

  /** The key's parts, then every column with its codes in stored order. */
  private static List<String> described(Feed<?> feed) {
    List<String> parts = new ArrayList<>();
    parts.add(
        String.format(
            "%d %s day %d identity %s",
            feed.number(), feed.id(), feed.dayColumn(), feed.identity()));
    for (Column column : feed.columns()) {
      StringBuilder part = new StringBuilder(column.name() + " " + column.kind());
      column.codes().forEach(code -> part.append(' ').append(code.get(0)));
      parts.add(part.toString());
    }
    return parts;
  }

  private static List<String> golden() throws IOException {
    try (InputStream in = FeedsGoldenTest.class.getResourceAsStream("feeds.golden")) {
      if (in == null) {
        throw new IOException("feeds.golden is not on the test path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
