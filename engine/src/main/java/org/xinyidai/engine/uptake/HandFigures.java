package org.xinyidai.engine.uptake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.uptake.Figure;
import org.xinyidai.models.uptake.FigureValue;
import org.xinyidai.models.uptake.Period;

/**
 * Figures of targets that the office enters (考核指标人工填报), each from a day on, with who, when and on
 * what evidence. A later entry for the same day supersedes and the earlier one stays, so that what
 * was known at any moment can be told again.
 */
public final class HandFigures {
  private static final char DIVIDER = '\0';

  private final Store store;

  public HandFigures(Store store) {
    this.store = store;
  }

  /**
   * What the office says.
   *
   * @param district beginning digits of a division code, empty for the whole office
   * @param day from which it holds; of a monthly, quarterly or yearly item its total so far
   * @param value null takes back what was entered for the day
   */
  public record Draft(
      Figure figure, String district, LocalDate day, @Nullable Long value, String evidence) {}

  /** What was entered. */
  public record Entry(
      String figure,
      String district,
      LocalDate day,
      @Nullable Long value,
      String evidence,
      String by,
      Instant at) {}

  /** Enters a value as a part of a larger change. */
  public Entry enter(Changes changes, Draft draft, String by) {
    Entry entry =
        new Entry(
            draft.figure().id(),
            draft.district(),
            draft.day(),
            draft.value(),
            draft.evidence().strip(),
            by,
            changes.instant());
    byte[] name =
        (prefix(entry.figure(), entry.district()) + entry.day() + DIVIDER).getBytes(UTF_8);
    ByteBuffer key = ByteBuffer.allocate(name.length + Long.BYTES + Integer.BYTES);
    key.put(name).putLong(changes.sequence());
    int place = key.position();
    int number = 0;
    byte[] free = key.putInt(place, number).array().clone();
    while (changes.get(Family.HAND_FIGURES, free).isPresent()) {
      number++;
      free = key.putInt(place, number).array().clone();
    }
    changes.put(Family.HAND_FIGURES, free, StoredJson.write(entry));
    return entry;
  }

  /** Every entry of a figure in a district, by day and then as they came. */
  public List<Entry> history(String figure, String district) {
    byte[] prefix = prefix(figure, district).getBytes(UTF_8);
    return store.read(
        view -> {
          List<Entry> entries = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.HAND_FIGURES, prefix)) {
            while (cursor.next()) {
              entries.add(StoredJson.read(cursor.value(), Entry.class));
            }
          }
          return entries;
        });
  }

  /**
   * The value that holds on a day: the one entered for the latest day within the period, and of
   * several the one entered last.
   */
  Optional<FigureValue> find(Figure figure, Asked asked, Period period) {
    LocalDate first = period.firstDay(asked.asOf());
    Map<LocalDate, Entry> byDay = new TreeMap<>();
    for (Entry entry : history(figure.id(), asked.district())) {
      boolean known = asked.knownAt() == null || !entry.at().isAfter(asked.knownAt());
      if (known && !entry.day().isAfter(asked.asOf()) && !entry.day().isBefore(first)) {
        byDay.put(entry.day(), entry);
      }
    }
    return byDay.values().stream()
        .filter(entry -> entry.value() != null)
        .reduce((earlier, later) -> later)
        .map(entry -> value(figure, entry));
  }

  private static FigureValue value(Figure figure, Entry entry) {
    return new FigureValue(
        figure,
        entry.value(),
        new FigureValue.Entry(entry.day(), entry.by(), entry.at(), entry.evidence()));
  }

  private static String prefix(String figure, String district) {
    return figure + DIVIDER + district + DIVIDER;
  }
}
