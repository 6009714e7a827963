package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.subject.Uscc;

/**
 * From which refused row a fact came (事实溯源), for facts that did not come in as they stood: a row
 * that was mended, or filed under a code that it lacked.
 */
public final class Traces {
  private final Store store;

  public Traces(Store store) {
    this.store = store;
  }

  /** A fact and the place of the row that it came from, {@code batch:line}. */
  public record Trace(Feed<?> feed, LocalDate day, String origin) {}

  /** The traced facts of an enterprise, by feed and day. */
  public List<Trace> of(Uscc uscc) {
    return store.read(
        view -> {
          List<Trace> found = new ArrayList<>();
          byte[] prefix = FactKey.enterprise(store.shards(), uscc);
          try (Cursor cursor = view.scan(Family.TRACES, prefix)) {
            while (cursor.next()) {
              found.add(
                  new Trace(
                      FactKey.feedOf(cursor.key()),
                      LocalDate.ofEpochDay(FactKey.epochDayOf(cursor.key())),
                      new String(cursor.value(), UTF_8)));
            }
          }
          return found;
        });
  }
}
