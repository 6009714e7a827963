package org.xinyidai.engine.quality;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.quality.OfficeFigure;

/**
 * Figures that the office entered (人工填报台账), each with who, when and why. A later value for the same
 * month and place holds from then on; the earlier ones stay.
 */
public final class Figures {
  private static final char DIVIDER = '\0';

  private final Store store;

  public Figures(Store store) {
    this.store = store;
  }

  /**
   * What a figure is of (填报对象).
   *
   * @param feed empty for a figure that is not of a feed
   * @param source empty for all
   * @param district six digits, empty for all
   */
  public record Subject(
      YearMonth month, OfficeFigure figure, String feed, String source, String district) {
    String key() {
      return month
          + String.valueOf(DIVIDER)
          + figure.id()
          + DIVIDER
          + feed
          + DIVIDER
          + source
          + DIVIDER
          + district
          + DIVIDER;
    }
  }

  /**
   * A value that was entered.
   *
   * @param value null takes the figure back: it is not known again
   */
  public record Entry(Subject subject, @Nullable Long value, String by, Instant at, String note) {}

  /** Enters values together; each is a fact of its own. */
  public List<Entry> enter(List<Draft> drafts, String by) {
    return store.execute(changes -> enter(changes, drafts, by));
  }

  /** The same as a part of a larger change. */
  public List<Entry> enter(Changes changes, List<Draft> drafts, String by) {
    List<Entry> entered = new ArrayList<>();
    for (Draft draft : drafts) {
      Entry entry = new Entry(draft.subject(), draft.value(), by, changes.instant(), draft.note());
      changes.put(Family.FIGURES, freeKey(changes, draft.subject()), StoredJson.write(entry));
      entered.add(entry);
    }
    return entered;
  }

  /** Behind all earlier values; another command of the same group may have entered one as well. */
  private static byte[] freeKey(Changes changes, Subject subject) {
    byte[] name = subject.key().getBytes(UTF_8);
    ByteBuffer key = ByteBuffer.allocate(name.length + Long.BYTES + Integer.BYTES);
    key.put(name).putLong(changes.sequence());
    int place = key.position();
    int number = 0;
    byte[] free = key.putInt(place, number).array().clone();
    while (changes.get(Family.FIGURES, free).isPresent()) {
      number++;
      free = key.putInt(place, number).array().clone();
    }
    return free;
  }

  /** A value to be entered. */
  public record Draft(Subject subject, @Nullable Long value, String note) {}

  /** Every value that was ever entered for a month, by figure and place, the oldest first. */
  public List<Entry> history(YearMonth month) {
    return store.read(
        view -> {
          List<Entry> found = new ArrayList<>();
          byte[] prefix = (month.toString() + DIVIDER).getBytes(UTF_8);
          try (Cursor cursor = view.scan(Family.FIGURES, prefix)) {
            while (cursor.next()) {
              found.add(StoredJson.read(cursor.value(), Entry.class));
            }
          }
          return found;
        });
  }

  /** The values that hold for a month. */
  public MonthFigures month(YearMonth month) {
    return new MonthFigures(history(month));
  }
}
