package org.xinyidai.engine.identity;

import java.util.Arrays;
import java.util.Optional;
import org.xinyidai.models.record.Feeds;

/**
 * One thing that a narrowed token may be used for (令牌范围).
 *
 * @param feed the one feed that it may send; empty where the operation is not narrowed to one
 */
public record Scope(Operation operation, String feed) {
  private static final String MARK = ":";

  public Scope {
    if (!feed.isEmpty() && (operation != Operation.POST_RECORDS || Feeds.byId(feed).isEmpty())) {
      throw new IllegalArgumentException("a feed narrows the sending of its records alone");
    }
  }

  /**
   * Of text such as {@code getBatch} or {@code postRecords:tax_rating}; empty for no such thing.
   */
  public static Optional<Scope> parse(String text) {
    int mark = text.indexOf(MARK);
    String operation = mark < 0 ? text : text.substring(0, mark);
    String feed = mark < 0 ? "" : text.substring(mark + 1);
    boolean known =
        mark < 0 || (operation.equals(Operation.POST_RECORDS.id()) && Feeds.byId(feed).isPresent());
    return Arrays.stream(Operation.values())
        .filter(one -> known && one.id().equals(operation))
        .findFirst()
        .map(one -> new Scope(one, feed));
  }

  /** The same as text. */
  public String text() {
    return feed.isEmpty() ? operation.id() : operation.id() + MARK + feed;
  }

  boolean allows(Operation asked, String askedFeed) {
    return operation == asked && (feed.isEmpty() || feed.equals(askedFeed));
  }
}
