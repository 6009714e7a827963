package org.xinyidai.engine.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.xinyidai.connectors.retention.RetentionRule.Kind;
import org.xinyidai.engine.archive.Retention;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.subject.Uscc;

/**
 * Takes leads away for good (线索清除): exports whose time has passed, an enterprise out of every
 * export when its last account closes, and a lender's searches when its last account does.
 */
public final class LeadErasure implements Retention.Expiring {
  private static final byte[] EXPORTS = {LeadStore.EXPORT};

  /** Exports that are looked at, and changed, by one command: each may hold a thousand rows. */
  private static final int PAGE = 16;

  private final Store store;

  public LeadErasure(Store store) {
    this.store = store;
  }

  /** Lists exports that were pulled before a day, and deletes them with all that leads to them. */
  @Override
  public void go(LocalDate before, boolean delete, Consumer<Retention.Item> listed) {
    Instant limit = ChinaTime.startOf(before);
    each(
        export -> export.at().isBefore(limit),
        found -> {
          for (Export export : found) {
            LocalDate on = ChinaTime.dayOf(export.at());
            listed.accept(
                new Retention.Item(Kind.LEAD_EXPORT, export.id(), on, Retention.Fate.DELETED));
          }
          if (delete) {
            store.execute(
                changes -> {
                  found.forEach(export -> delete(changes, export, limit));
                  return found.size();
                });
          }
        });
  }

  /**
   * Takes an enterprise out of every export, with the names by which lenders know it and the marks
   * of its rows; who had it in a list stands on in its own file.
   *
   * @return exports that it was in
   */
  public long forget(Uscc uscc) {
    long[] exports = {0};
    each(
        export -> export.rows().stream().anyMatch(isOf(uscc)),
        found -> {
          exports[0] += found.size();
          store.execute(
              changes -> {
                found.forEach(export -> without(changes, export, uscc));
                return found.size();
              });
        });
    return exports[0];
  }

  /** Forgets the searches that a lender saved; returns how many. */
  public long forgetSearches(String lender) {
    byte[] prefix = LeadStore.of(LeadStore.SEARCH, lender, "");
    List<byte[]> keys =
        store.read(
            view -> {
              List<byte[]> found = new ArrayList<>();
              try (Cursor cursor = view.scan(Family.LEADS, prefix)) {
                while (cursor.next()) {
                  found.add(cursor.key());
                }
              }
              return found;
            });
    if (!keys.isEmpty()) {
      store.execute(
          changes -> {
            keys.forEach(key -> changes.delete(Family.LEADS, key));
            return keys.size();
          });
    }
    return keys.size();
  }

  private static Predicate<Export.Row> isOf(Uscc uscc) {
    return row -> row.uscc().equals(uscc.value());
  }

  private static void delete(Changes changes, Export export, Instant limit) {
    changes.delete(Family.LEADS, place(export));
    for (Export.Row row : export.rows()) {
      changes.delete(Family.LEADS, LeadStore.of(LeadStore.MARK, "", row.mark()));
      byte[] lead = LeadStore.of(LeadStore.LEAD, export.lender(), row.leadId());
      boolean toldLater =
          LeadStore.find(changes, lead, LeadExports.Known.class)
              .filter(known -> !known.at().isBefore(limit))
              .isPresent();
      if (!toldLater) {
        forgetLead(changes, export.lender(), row.leadId());
      }
    }
  }

  private static void without(Changes changes, Export export, Uscc uscc) {
    for (Export.Row row : export.rows().stream().filter(isOf(uscc)).toList()) {
      changes.delete(Family.LEADS, LeadStore.of(LeadStore.MARK, "", row.mark()));
      forgetLead(changes, export.lender(), row.leadId());
    }
    LeadStore.put(
        changes,
        place(export),
        new Export(
            export.id(),
            export.lender(),
            export.account(),
            export.at(),
            export.purpose(),
            export.question(),
            export.cut(),
            export.rows().stream().filter(isOf(uscc).negate()).toList()));
  }

  private static void forgetLead(Changes changes, String lender, String leadId) {
    changes.delete(Family.LEADS, LeadStore.of(LeadStore.LEAD, lender, leadId));
    changes.delete(Family.LEADS, LeadStore.of(LeadStore.LEAD, lender, Invitations.place(leadId)));
  }

  private static byte[] place(Export export) {
    return LeadStore.of(LeadStore.EXPORT, export.lender(), export.id());
  }

  /** Hands over the exports that are wanted, page by page; exports are never changed by others. */
  private void each(Predicate<Export> wanted, Consumer<List<Export>> taken) {
    byte[] last = EXPORTS;
    boolean more = true;
    while (more) {
      byte[] from = last;
      List<Export> page = store.read(view -> page(view.scan(Family.LEADS, EXPORTS, from), from));
      more = page.size() == PAGE;
      if (!page.isEmpty()) {
        last = place(page.get(page.size() - 1));
        List<Export> found = page.stream().filter(wanted).toList();
        if (!found.isEmpty()) {
          taken.accept(found);
        }
      }
    }
  }

  private static List<Export> page(Cursor cursor, byte[] from) {
    List<Export> page = new ArrayList<>();
    try (cursor) {
      while (page.size() < PAGE && cursor.next()) {
        if (!Arrays.equals(cursor.key(), from)) {
          page.add(StoredJson.read(cursor.value(), Export.class));
        }
      }
    }
    return page;
  }
}
