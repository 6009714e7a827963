package org.xinyidai.engine.filing;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.FilingReminder;

/** Which reports the office owes (报送任务), and of which it was reminded. None until it says so. */
public final class Duties {
  private static final byte DUTY = 'u';
  private static final byte REMINDED = 'r';
  private static final char DIVIDER = '\0';
  private static final byte[] YES = {1};

  private final Store store;

  public Duties(Store store) {
    this.store = store;
  }

  /** All, by pack and kind. */
  public List<Duty> all() {
    return store.read(
        view -> {
          List<Duty> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.FILINGS, new byte[] {DUTY})) {
            while (cursor.next()) {
              found.add(StoredJson.read(cursor.value(), Duty.class));
            }
          }
          return found;
        });
  }

  /** Keeps one in the place of the one of its pack and kind, as a part of a larger change. */
  public Duty put(Changes changes, Duty duty) {
    changes.put(
        Family.FILINGS,
        KeyParts.of(DUTY, duty.pack() + DIVIDER + duty.kind()),
        StoredJson.write(duty));
    return duty;
  }

  boolean isReminded(String pack, String period, FilingReminder reminder) {
    byte[] key = reminded(pack, period, reminder);
    return store.read(view -> view.get(Family.FILINGS, key)).isPresent();
  }

  /** False where somebody was faster. */
  boolean remind(Changes changes, String pack, String period, FilingReminder reminder) {
    byte[] key = reminded(pack, period, reminder);
    boolean first = changes.get(Family.FILINGS, key).isEmpty();
    changes.put(Family.FILINGS, key, YES);
    return first;
  }

  private static byte[] reminded(String pack, String period, FilingReminder reminder) {
    return KeyParts.of(REMINDED, pack + DIVIDER + period + DIVIDER + reminder.code());
  }
}
