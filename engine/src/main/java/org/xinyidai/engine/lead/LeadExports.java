package org.xinyidai.engine.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.engine.audit.AccessLog;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.models.screening.Screened;
import org.xinyidai.models.subject.Uscc;

/**
 * Leads as they are pulled (线索导出): counted against the quota, noted in the file of every enterprise
 * that is in it, and kept, all in one write. Every row bears a mark by which the office finds who
 * pulled it.
 */
public final class LeadExports {
  /** Leads of one export: a quarter's work of a branch. */
  public static final int MOST = 1_000;

  private final LeadStore store;
  private final Quotas quotas;
  private final Details details;
  private final AccessLog log;

  LeadExports(LeadStore store, Quotas quotas, Details details, AccessLog log) {
    this.store = store;
    this.quotas = quotas;
    this.details = details;
    this.log = log;
  }

  /** What is to be pulled; {@code question} is the body of the request. */
  public record Pull(
      String id,
      LeadDesk.Asker asker,
      LeadDesk.Asked asked,
      Order order,
      int most,
      String purpose,
      String question) {}

  /** Whose lead it is; {@code at} when it was told first. */
  record Known(String uscc, Instant at) {}

  /** Where a mark leads to. */
  public record Traced(
      String exportId, String lender, String account, Instant at, String purpose) {}

  /** A lead with what its enterprise has consented to since. */
  public record Told(Export.Row row, Map<String, Object> details) {}

  public String newId() {
    return store.newId("e-");
  }

  /** Those whom a pull would take, the best first; none where too few match. */
  public List<Screened> choose(LeadView now, Pull pull) {
    LenderKey key = store.key(pull.asker().organisation());
    if (ToldCount.to(key, now.listable(pull.asked().told(), pull.order())).tooFew()) {
      return List.of();
    }
    return now.chosen(key, pull.asked().told(), pull.order(), pull.most());
  }

  /**
   * Pulls as a part of a larger change.
   *
   * @param chosen by {@link #choose}; those past the quota are left out
   */
  public Export put(Changes changes, Act act, Pull pull, LeadView now, List<Screened> chosen) {
    String lender = pull.asker().organisation();
    LenderKey key = store.key(lender);
    Quotas.Standing standing = quotas.of(changes, lender);
    List<Screened> there = chosen.stream().filter(row -> isThere(changes, row.uscc())).toList();
    List<Screened> kept = there.subList(0, Math.min(there.size(), standing.leadsLeft()));
    List<Screened> taken = now.shown(key, kept, pull.order(), pull.id());
    List<Export.Row> rows = new ArrayList<>();
    for (Screened row : taken) {
      Uscc uscc = row.uscc();
      rows.add(
          new Export.Row(
              key.leadId(uscc), key.mark(pull.id(), uscc), uscc.value(), now.coarse(row)));
    }
    Export export =
        new Export(
            pull.id(),
            lender,
            pull.asker().account(),
            changes.instant(),
            pull.purpose(),
            pull.question(),
            taken.size() < there.size(),
            rows);
    LeadStore.put(changes, LeadStore.of(LeadStore.EXPORT, lender, export.id()), export);
    quotas.use(changes, standing, rows.size(), 0);
    rows.forEach(row -> note(changes, act, export, row));
    return export;
  }

  /** A lender's own export; empty where it is of another or of none. */
  public Optional<Export> find(String lender, String id) {
    return id.isEmpty()
        ? Optional.empty()
        : store.find(LeadStore.of(LeadStore.EXPORT, lender, id), Export.class);
  }

  /** A page of a lender's exports in the order of ids. */
  public List<Export> page(String lender, String after, int limit) {
    return store.page(LeadStore.EXPORT, lender, after, limit, Export.class);
  }

  /**
   * The rows with what may be told of each now. Where that is more than bands, it is noted in the
   * enterprise's file before this returns.
   */
  public List<Told> told(Export export, Act act, Instant now) {
    List<Told> told = new ArrayList<>();
    for (Export.Row row : export.rows()) {
      Uscc uscc = new Uscc(row.uscc());
      Map<String, Object> opened = details.of(uscc, export.lender(), now);
      if (!opened.isEmpty()) {
        log.note(uscc, act, export.purpose() + " " + export.id());
      }
      told.add(new Told(row, opened));
    }
    return told;
  }

  /** Who pulled the row that bears a mark; empty where none does. */
  public Optional<Traced> trace(String mark) {
    return store.find(LeadStore.of(LeadStore.MARK, "", mark), Traced.class);
  }

  private void note(Changes changes, Act act, Export export, Export.Row row) {
    Uscc uscc = new Uscc(row.uscc());
    byte[] lead = LeadStore.of(LeadStore.LEAD, export.lender(), row.leadId());
    LeadStore.put(changes, lead, new Known(row.uscc(), export.at()));
    LeadStore.put(
        changes,
        LeadStore.of(LeadStore.MARK, "", row.mark()),
        new Traced(export.id(), export.lender(), export.account(), export.at(), export.purpose()));
    log.put(changes, uscc, act, export.purpose() + " " + export.id());
  }

  /** Who was deleted since the snapshot is in no list. */
  private boolean isThere(Changes changes, Uscc uscc) {
    byte[] key = FactKey.enterprise(store.store().shards(), uscc);
    return changes.get(Family.VECTORS, key).isPresent();
  }
}
