package org.xinyidai.engine.lead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Family;

/** Searches that lenders keep (保存的筛选), each lender its own. */
public final class SavedSearches {
  /** Searches of one lender: more than anyone finds again by their names. */
  public static final int MOST = 200;

  private final LeadStore store;

  SavedSearches(LeadStore store) {
    this.store = store;
  }

  /**
   * A search.
   *
   * @param question the body of a screening, as JSON
   */
  public record Saved(String id, String name, Instant savedAt, String question) {}

  public String newId() {
    return store.newId("s-");
  }

  /** Keeps a search; false where the lender has {@link #MOST} already. */
  public boolean put(Changes changes, String lender, Saved saved) {
    if (all(lender).size() >= MOST) {
      return false;
    }
    LeadStore.put(changes, LeadStore.of(LeadStore.SEARCH, lender, saved.id()), saved);
    return true;
  }

  /** A lender's own, in the order of ids. */
  public List<Saved> all(String lender) {
    return store.page(LeadStore.SEARCH, lender, "", MOST, Saved.class);
  }

  /** One of a lender's own; empty where it is of another or of none. */
  public Optional<Saved> find(String lender, String id) {
    return id.isEmpty()
        ? Optional.empty()
        : store.find(LeadStore.of(LeadStore.SEARCH, lender, id), Saved.class);
  }

  public void remove(Changes changes, String lender, String id) {
    changes.delete(Family.LEADS, LeadStore.of(LeadStore.SEARCH, lender, id));
  }
}
