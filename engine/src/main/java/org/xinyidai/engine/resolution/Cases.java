package org.xinyidai.engine.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.resolution.Case.Status;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.View;

/** The stored cases, by batch and line, each with a mark of how far it came (归集台账). */
public final class Cases {
  private final Store store;

  public Cases(Store store) {
    this.store = store;
  }

  /** The case of a refused row; empty while it was not looked at, or needs no resolution. */
  public Optional<Case> find(String batch, long line) {
    return store
        .read(view -> view.get(Family.RESOLUTIONS, new CaseId(batch, line).key()))
        .map(Cases::read);
  }

  /** Cases of a status in order of batch and line, at most so many: the work list of a person. */
  public List<Case> list(Status status, int limit) {
    return list(status, "", 0, limit);
  }

  /**
   * The same behind a case.
   *
   * @param batch of the last case of the page before, empty for the first page
   */
  public List<Case> list(Status status, String batch, long line, int limit) {
    return store.read(
        view -> {
          List<Case> found = new ArrayList<>();
          byte[] prefix = CaseMark.prefix(status);
          byte[] from =
              batch.isEmpty() ? prefix : CaseMark.key(status, new CaseId(batch, line + 1));
          try (Cursor cursor = view.scan(Family.CASE_MARKS, prefix, from)) {
            while (found.size() < limit && cursor.next()) {
              found.add(of(view, CaseMark.read(cursor.key(), cursor.value())));
            }
          }
          return found;
        });
  }

  /** How many cases have a status. */
  public long count(Status status) {
    return store.read(
        view -> {
          long count = 0;
          try (Cursor cursor = view.scan(Family.CASE_MARKS, CaseMark.prefix(status))) {
            while (cursor.next()) {
              count++;
            }
          }
          return count;
        });
  }

  /** What became of a batch's rows without a code. */
  public Standing standing(String batch) {
    return store.read(
        view -> {
          Map<Status, Long> counts = new EnumMap<>(Status.class);
          try (Cursor cursor = view.scan(Family.RESOLUTIONS, (batch + "\0").getBytes(UTF_8))) {
            while (cursor.next()) {
              counts.merge(read(cursor.value()).status(), 1L, Long::sum);
            }
          }
          return Standing.of(counts);
        });
  }

  /** Hands over every case of a status, in order of batch and line. */
  public void forEach(Status status, Consumer<Case> reader) {
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.CASE_MARKS, CaseMark.prefix(status))) {
            while (cursor.next()) {
              reader.accept(of(view, CaseMark.read(cursor.key(), cursor.value())));
            }
          }
          return true;
        });
  }

  /** The cases of a status that tell the same name or account as this one, itself left out. */
  List<Case> akin(Case to, Status status) {
    CaseMark own = CaseMark.of(to);
    return store.read(
        view -> {
          List<Case> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.CASE_MARKS, CaseMark.prefix(status))) {
            while (cursor.next()) {
              CaseMark mark = CaseMark.read(cursor.key(), cursor.value());
              if (mark.isAkin(own)) {
                found.add(of(view, mark));
              }
            }
          }
          found.removeIf(each -> each.id().equals(to.id()));
          return found;
        });
  }

  /**
   * Notes that a refused row found its enterprise because its code was mended.
   *
   * @param basis the rule and how it was mended, for people
   */
  public void mended(Changes changes, Case open, Case.Filing filing, String basis) {
    List<Case.Suggestion> found = List.of(new Case.Suggestion(filing.uscc(), 1, List.of(basis)));
    put(changes, open.weighed(Status.FILED_AUTOMATICALLY, found, filing));
  }

  void put(List<Case> cases) {
    store.execute(
        changes -> {
          cases.forEach(each -> put(changes, each));
          return cases.size();
        });
  }

  static void put(Changes changes, Case each) {
    CaseMark mark = CaseMark.of(each);
    byte[] key = mark.id().key();
    changes
        .get(Family.RESOLUTIONS, key)
        .map(Cases::read)
        .ifPresent(
            known -> changes.delete(Family.CASE_MARKS, CaseMark.key(known.status(), mark.id())));
    changes.put(Family.CASE_MARKS, CaseMark.key(each.status(), mark.id()), mark.value());
    changes.put(Family.RESOLUTIONS, key, StoredJson.write(each));
  }

  /** Erases a refused row with all that was kept of it, where the law wants it gone. */
  public static void erase(Changes changes, CaseId row) {
    byte[] key = row.key();
    changes
        .get(Family.RESOLUTIONS, key)
        .map(Cases::read)
        .ifPresent(known -> changes.delete(Family.CASE_MARKS, CaseMark.key(known.status(), row)));
    for (Family family : List.of(Family.QUARANTINE, Family.CLEANINGS, Family.RESOLUTIONS)) {
      changes.delete(family, key);
    }
  }

  private static Case of(View view, CaseMark mark) {
    return read(view.get(Family.RESOLUTIONS, mark.id().key()).orElseThrow());
  }

  private static Case read(byte[] value) {
    return StoredJson.read(value, Case.class);
  }
}
