package org.xinyidai.engine.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.connectors.feedback.Checked;
import org.xinyidai.connectors.feedback.Conformance;
import org.xinyidai.connectors.feedback.ResultFault;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.Outbox.Held;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * Composes batches for one tier (组批): first what must be sent again, then what the outbox holds
 * behind the cursor. What does not conform is set aside in the same write and holds nobody up. For
 * one thread.
 */
final class Packer {
  /** How long a new office waits until it is told of what it must see to. */
  private static final Duration REFRESHED = Duration.ofMinutes(1);

  private final Store store;
  private final Outbox outbox;
  private final Tier tier;
  private final int records;
  private final Told told;
  private Instant refreshAt = Instant.MIN;

  Packer(Store store, Tier tier, int records, Told told) {
    this.store = store;
    this.outbox = new Outbox(store);
    this.tier = tier;
    this.records = records;
    this.told = told;
  }

  /** What one round looked at. */
  private record Gathered(
      List<Held> again, List<Held> fresh, List<byte[]> lines, List<Fault> faulty, String cursor) {
    List<Held> conforming() {
      List<Held> both = new ArrayList<>(again);
      both.addAll(fresh);
      return both;
    }

    boolean isEmpty() {
      return again.isEmpty() && fresh.isEmpty();
    }
  }

  private record Fault(Held held, List<ResultFault> faults) {}

  /** Batches that were under way when the platform last stopped, the oldest first. */
  List<Packed> open() {
    List<Parcel> parcels =
        store.read(
            view -> {
              List<Parcel> found = new ArrayList<>();
              try (Cursor cursor = view.scan(Family.FEEDBACK, FeedbackKeys.parcels(tier))) {
                while (cursor.next()) {
                  found.add(StoredJson.read(cursor.value(), Parcel.class));
                }
              }
              return found;
            });
    return parcels.stream().map(this::packed).toList();
  }

  Packed packed(Parcel parcel) {
    return Packed.of(
        parcel, parcel.places().stream().map(place -> outbox.at(place).orElseThrow()).toList());
  }

  /** The next batch, durable; empty where nothing waits now. */
  Optional<Packed> next(Instant now) {
    if (!now.isBefore(refreshAt)) {
      told.refresh();
      refreshAt = now.plus(REFRESHED);
    }
    while (true) {
      Position position = position();
      List<Held> again = due(now);
      List<Held> fresh = outbox.page(position.cursor(), records - again.size());
      Gathered gathered = gather(again, fresh, position.cursor());
      if (gathered.isEmpty() && gathered.cursor().equals(position.cursor())) {
        return Optional.empty();
      }
      Packed packed = Feedback.ACT.during(() -> store.execute(c -> put(c, gathered, position)));
      if (!packed.records().isEmpty()) {
        return Optional.of(packed);
      }
    }
  }

  private Position position() {
    return store
        .read(view -> view.get(Family.FEEDBACK, FeedbackKeys.position(tier)))
        .map(stored -> StoredJson.read(stored, Position.class))
        .orElse(Position.START);
  }

  private List<Held> due(Instant now) {
    List<String> places =
        store.read(
            view -> {
              List<String> found = new ArrayList<>();
              try (Cursor cursor = view.scan(Family.FEEDBACK, FeedbackKeys.queue(tier))) {
                while (found.size() < records
                    && cursor.next()
                    && !FeedbackKeys.due(cursor.key()).isAfter(now)) {
                  found.add(FeedbackKeys.queuedPlace(cursor.key()));
                }
              }
              return found;
            });
    return places.stream().map(place -> outbox.at(place).orElseThrow()).toList();
  }

  private static Gathered gather(List<Held> again, List<Held> fresh, String cursor) {
    List<Held> conforming = new ArrayList<>();
    List<byte[]> lines = new ArrayList<>(again.stream().map(ResultLines::of).toList());
    List<Fault> faulty = new ArrayList<>();
    String end = cursor;
    for (Held held : fresh) {
      end = held.place();
      if (Book.isResult(held)) {
        byte[] line = ResultLines.of(held);
        if (Conformance.check(line) instanceof Checked.Failing failing) {
          faulty.add(new Fault(held, failing.faults()));
        } else {
          conforming.add(held);
          lines.add(line);
        }
      }
    }
    return new Gathered(again, conforming, lines, faulty, end);
  }

  private Packed put(Changes changes, Gathered gathered, Position before) {
    long number = before.nextBatch();
    List<Held> conforming = gathered.conforming();
    List<String> places = conforming.stream().map(Held::place).toList();
    Parcel parcel = new Parcel(number, places, changes.instant(), 0);
    Book book = new Book(changes, tier);
    gathered.again().forEach(held -> book.move(held, book.state(held).taken(number)));
    for (Fault fault : gathered.faulty()) {
      ResultFault first = fault.faults().get(0);
      String words = FaultText.of(fault.faults());
      book.move(fault.held(), book.state(fault.held()).setAside(first.code().name(), words, 0));
    }
    book.end();
    told.people(changes, tier, gathered.faulty().stream().map(Fault::held).toList());
    long next = conforming.isEmpty() ? number : number + 1;
    if (!conforming.isEmpty()) {
      changes.put(Family.FEEDBACK, FeedbackKeys.parcel(tier, number), StoredJson.write(parcel));
    }
    changes.put(
        Family.FEEDBACK,
        FeedbackKeys.position(tier),
        StoredJson.write(new Position(gathered.cursor(), next)));
    return new Packed(parcel, conforming, gathered.lines());
  }

  /** When the next record is due that must be sent again; empty where there is none. */
  Optional<Instant> nextDue() {
    return store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.FEEDBACK, FeedbackKeys.queue(tier))) {
            return cursor.next() ? Optional.of(FeedbackKeys.due(cursor.key())) : Optional.empty();
          }
        });
  }
}
