package org.xinyidai.connectors.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.resolution.ClaimColumn;

/**
 * Which column of a feed a name in a file means (表头匹配): its name, Chinese title or an alias; case,
 * underscores and spaces around it do not matter.
 */
final class ColumnNames {
  /** No column answers to the name. */
  static final int UNKNOWN = -1;

  /** Names remembered as unknown; a hostile file has as many as it has records. */
  private static final int MAX_IGNORED = 100;

  private static final int MAX_SHOWN_CHARS = 60;

  /** Stands for bytes that no accepted charset has. */
  private static final char UNDECODED = '\uFFFD';

  private final Map<String, Integer> positions = new HashMap<>();
  private final Set<String> ignored = new LinkedHashSet<>();

  ColumnNames(Feed<?> feed, SubjectColumn subject) {
    positions.put(subject.header(), 0);
    for (int i = 0; i < feed.columns().size(); i++) {
      for (String header : feed.columns().get(i).headers()) {
        positions.put(header, i);
        positions.put(normal(header), i);
      }
    }
  }

  int position(String name) {
    Integer exact = positions.get(name);
    if (exact != null) {
      return exact;
    }
    Integer near = positions.get(normal(name));
    if (near != null) {
      return near;
    }
    if (ignored.size() < MAX_IGNORED) {
      ignored.add(name.length() > MAX_SHOWN_CHARS ? name.substring(0, MAX_SHOWN_CHARS) : name);
    }
    return UNKNOWN;
  }

  Set<String> ignored() {
    return Collections.unmodifiableSet(ignored);
  }

  /**
   * Where each column of the feed stands in a CSV header, {@link #UNKNOWN} for those it lacks.
   *
   * <p>The code may be lacking where another column tells whose the record is (C4): each record is
   * then refused for its code alone, and resolved from quarantine.
   *
   * @throws UnreadableFile naming every required column that is missing, or one that stands twice
   */
  int[] places(Feed<?> feed, List<String> header) throws UnreadableFile {
    if (header.stream().anyMatch(name -> name.indexOf(UNDECODED) >= 0)) {
      throw new UnreadableFile(
          "the header is neither UTF-8 nor GB18030; save the file as one of them");
    }
    int[] places = new int[feed.columns().size()];
    Arrays.fill(places, UNKNOWN);
    for (int i = 0; i < header.size(); i++) {
      int position = position(header.get(i));
      if (position != UNKNOWN) {
        if (places[position] != UNKNOWN) {
          throw new UnreadableFile(
              "column " + shown(feed.columns().get(position)) + " stands twice in the header");
        }
        places[position] = i;
      }
    }
    boolean claimed = header.stream().anyMatch(name -> ClaimColumn.of(feed, name).isPresent());
    List<String> missing = new ArrayList<>();
    for (int i = claimed ? 1 : 0; i < places.length; i++) {
      if (places[i] == UNKNOWN && feed.columns().get(i).required()) {
        missing.add(shown(feed.columns().get(i)));
      }
    }
    if (!missing.isEmpty()) {
      throw new UnreadableFile(
          "the header lacks " + String.join(", ", missing) + "; feed " + feed.id() + " needs it");
    }
    return places;
  }

  private static String shown(Column column) {
    return column.titleZh() + " (" + column.name() + ")";
  }

  private static String normal(String name) {
    return name.strip().replace("_", "").toLowerCase(Locale.ROOT);
  }
}
