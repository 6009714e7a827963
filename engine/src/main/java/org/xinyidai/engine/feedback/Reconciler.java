package org.xinyidai.engine.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.connectors.feedback.NodeFailure;
import org.xinyidai.connectors.feedback.ReceivedPage;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.feedback.Difference.Kind;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.Outbox.Held;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;

/**
 * Compares each day with the list that the node keeps of it (每日对账). What the node lacks goes again;
 * the rest waits for people. Results are listed under the day on which they arose, so a comparison
 * of a day that is over can be made at any time and again.
 */
public final class Reconciler {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  /** Pages of one day: a million results. */
  private static final int MOST_PAGES = 1_000;

  /** Results of one read, and of one write. */
  private static final int CHUNK = 500;

  /** Before a comparison is tried again that failed. */
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(15);

  private static final byte[] EMPTY = {};

  private final Store store;
  private final Outbox outbox;
  private final Told told;
  private final Map<Tier, Instant> notBefore = new EnumMap<>(Tier.class);

  Reconciler(Store store, Told told) {
    this.store = store;
    this.outbox = new Outbox(store);
    this.told = told;
  }

  /** Compares yesterday where that has not been done; a failure is tried again later. */
  void ifDue(NodeLink link, Instant now) {
    LocalDate yesterday = ChinaTime.dayOf(now).minusDays(1);
    synchronized (notBefore) {
      if (notBefore.getOrDefault(link.tier(), Instant.MIN).isAfter(now)) {
        return;
      }
      notBefore.put(link.tier(), now.plus(AFTER_FAILURE));
    }
    if (find(link.tier(), yesterday).isEmpty()) {
      try {
        compare(link, yesterday);
      } catch (NodeFailure e) {
        LOG.warn("the list of {} cannot be had from {}: {}", yesterday, link.tier(), e.code());
      }
    }
  }

  /** What the comparison of a day came to; empty where it has not been made. */
  public Optional<Reconciliation> find(Tier tier, LocalDate day) {
    return store
        .read(view -> view.get(Family.FEEDBACK, FeedbackKeys.check(tier, day)))
        .map(stored -> StoredJson.read(stored, Reconciliation.class));
  }

  /** Every comparison of some days, the oldest first. */
  public List<Reconciliation> all(Tier tier, LocalDate from, LocalDate to) {
    return store.read(
        view -> {
          List<Reconciliation> found = new ArrayList<>();
          try (Cursor cursor =
              view.scan(
                  Family.FEEDBACK, FeedbackKeys.checks(tier), FeedbackKeys.check(tier, from))) {
            while (cursor.next()) {
              found.add(StoredJson.read(cursor.value(), Reconciliation.class));
            }
          }
          found.removeIf(one -> one.day().isAfter(to));
          return found;
        });
  }

  /** Differences that wait for people, by id. */
  public List<Difference> open(Tier tier, int limit) {
    return store.read(
        view -> {
          List<Difference> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.FEEDBACK, FeedbackKeys.differences(tier))) {
            while (found.size() < limit && cursor.next()) {
              Difference one = StoredJson.read(cursor.value(), Difference.class);
              if (one.isOpen()) {
                found.add(one);
              }
            }
          }
          return found;
        });
  }

  /** Closes a difference as a part of a change; false where none of that id is open. */
  public boolean settle(Changes changes, Tier tier, String id, String note) {
    byte[] key = FeedbackKeys.difference(tier, id);
    Optional<Difference> open =
        changes
            .get(Family.FEEDBACK, key)
            .map(stored -> StoredJson.read(stored, Difference.class))
            .filter(Difference::isOpen);
    open.ifPresent(
        one ->
            changes.put(
                Family.FEEDBACK, key, StoredJson.write(one.settled(changes.instant(), note))));
    return open.isPresent();
  }

  /**
   * Compares a day; durable when it returns.
   *
   * @throws NodeFailure when the node's list cannot be had
   */
  public Reconciliation compare(NodeLink link, LocalDate day) throws NodeFailure {
    told.refresh();
    Map<String, String> theirs = list(link, day);
    Comparison comparison = new Comparison(link.tier(), day, theirs.size());
    String place = "";
    List<Held> chunk = outbox.pageOf(day, CHUNK);
    while (!chunk.isEmpty() && chunk.get(0).day().equals(day)) {
      List<Held> ours =
          chunk.stream().filter(held -> held.day().equals(day) && Book.isResult(held)).toList();
      Feedback.ACT.during(
          () -> store.execute(changes -> comparison.compare(changes, ours, theirs)));
      ours.forEach(held -> theirs.remove(held.entry().id()));
      place = chunk.get(chunk.size() - 1).place();
      chunk = outbox.page(place, CHUNK);
    }
    return Feedback.ACT.during(() -> store.execute(changes -> comparison.end(changes, theirs)));
  }

  /** Digests of what the node lists for a day, by id. */
  static Map<String, String> list(NodeLink link, LocalDate day) throws NodeFailure {
    Map<String, String> found = new HashMap<>();
    String after = "";
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      ReceivedPage page = page(link, day, after);
      page.records().forEach(one -> found.put(one.id(), one.digest()));
      after = page.next();
      if (after.isEmpty()) {
        return found;
      }
    }
    throw new NodeFailure(
        NodeFailure.Category.UNKNOWN, "TOO_MANY_PAGES", "the list of " + day + " has no end");
  }

  private static ReceivedPage page(NodeLink link, LocalDate day, String after) throws NodeFailure {
    try {
      return link.node()
          .received(day, after)
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(2, TimeUnit.MINUTES)
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof NodeFailure known
          ? known
          : new NodeFailure(NodeFailure.Category.UNKNOWN, "TIMEOUT", "no list in time");
    }
  }

  /** Counts of one comparison. */
  private final class Comparison {
    private final Tier tier;
    private final LocalDate day;
    private final long there;
    private long equal;
    private long resent;
    private long differences;

    Comparison(Tier tier, LocalDate day, long there) {
      this.tier = tier;
      this.day = day;
      this.there = there;
    }

    /** Nobody else writes these counts, and a command that fails ends the comparison. */
    private byte[] compare(Changes changes, List<Held> ours, Map<String, String> theirs) {
      Book book = new Book(changes, tier);
      List<Held> odd = new ArrayList<>();
      for (Held held : ours) {
        String digest = theirs.get(held.entry().id());
        RecordState state = book.state(held);
        boolean isTaken = state.standing() == Standing.ACCEPTED;
        if (digest == null && isTaken) {
          book.move(held, state.again(changes.instant()));
          put(changes, held.entry().id(), Kind.MISSING_THERE);
          resent++;
        } else if (digest != null && !digest.equals(Sm3.of(ResultLines.of(held)))) {
          put(changes, held.entry().id(), Kind.OTHER_CONTENT);
          odd.add(held);
        } else if (digest != null && state.standing().waitsForPeople()) {
          put(changes, held.entry().id(), Kind.HELD_THERE);
          odd.add(held);
        } else if (digest != null) {
          equal++;
        }
      }
      book.end();
      differences += odd.size();
      told.people(changes, tier, odd);
      return EMPTY;
    }

    private Reconciliation end(Changes changes, Map<String, String> left) {
      left.keySet().stream().limit(CHUNK).forEach(id -> put(changes, id, Kind.MISSING_HERE));
      Reconciliation done =
          new Reconciliation(
              day, changes.instant(), there, equal, resent, differences + left.size());
      changes.put(Family.FEEDBACK, FeedbackKeys.check(tier, day), StoredJson.write(done));
      return done;
    }

    private void put(Changes changes, String id, Kind kind) {
      byte[] key = FeedbackKeys.difference(tier, id);
      boolean known =
          changes
              .get(Family.FEEDBACK, key)
              .map(stored -> StoredJson.read(stored, Difference.class))
              .filter(before -> before.kind() == kind && kind != Kind.MISSING_THERE)
              .isPresent();
      if (!known) {
        changes.put(
            Family.FEEDBACK,
            key,
            StoredJson.write(new Difference(id, kind, day, changes.instant(), null, "")));
      }
    }
  }
}
