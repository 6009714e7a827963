package org.xinyidai.engine.notice;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.xinyidai.engine.notice.Notices.Held;

/**
 * What one reader finds in its boxes (收件箱): that of its organisation, and that of the branch or
 * office where it sits, as if they were one.
 *
 * @param boxes at least one, none twice
 */
public record Mailbox(Notices notices, List<String> boxes) {
  /** A place before every notice there will ever be. */
  private static final String BEGINNING = "7f" + "ff".repeat(23);

  /** The later a notice, the smaller its id. */
  private static final Comparator<Held> NEWEST_FIRST = Comparator.comparing(Held::id);

  public Mailbox {
    boxes = List.copyOf(boxes);
  }

  /**
   * A page of notices, the newest first.
   *
   * @param after id of the last of the page before, empty for the first page
   */
  public List<Held> page(String after, int limit) {
    return all(box -> notices.page(box, after, limit)).sorted(NEWEST_FIRST).limit(limit).toList();
  }

  /**
   * What came after a notice, the oldest first; as many as the limit, and the rest by asking again.
   *
   * @param last id of that notice
   */
  public List<Held> since(String last, int limit) {
    return all(box -> notices.since(box, last, limit))
        .sorted(NEWEST_FIRST.reversed())
        .limit(limit)
        .toList();
  }

  /** The place after which the next notice comes: what is long there lies before it. */
  public String end() {
    List<Held> newest = page("", 1);
    return newest.isEmpty() ? BEGINNING : newest.get(0).id();
  }

  /** Whether a text has the shape of a notice's id. */
  public static boolean isId(String text) {
    return Notices.isId(text);
  }

  /** How many were not read. */
  public long unread() {
    return boxes.stream().mapToLong(notices::unread).sum();
  }

  /** Marks a notice as read. False when there is none of that id. */
  public boolean markRead(String id) {
    return boxes.stream().anyMatch(box -> notices.markRead(box, id));
  }

  /** Completes when something comes; listen first, then look, and {@link #stop} in the end. */
  public CompletableFuture<Boolean> next() {
    return notices.bell().next(boxes);
  }

  /** Waits no more. */
  public void stop(CompletableFuture<Boolean> waiting) {
    notices.bell().stop(boxes, waiting);
  }

  /** What is read of a box. */
  @FunctionalInterface
  private interface Reading {
    List<Held> of(String box);
  }

  private Stream<Held> all(Reading reading) {
    return boxes.stream().flatMap(box -> reading.of(box).stream());
  }
}
