package org.xinyidai.engine.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.resolution.RegisterReader.Told;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.resolution.Claim;
import org.xinyidai.models.resolution.RegisterEntry;
import org.xinyidai.models.resolution.Resolution;
import org.xinyidai.models.resolution.Thresholds;
import org.xinyidai.models.subject.PlaceNames;
import org.xinyidai.models.subject.Uscc;

/**
 * The register as the facts tell it (主体库), with an index, in memory and derived: read when it is
 * first asked for and kept up with what comes in. Rows may be told on many threads; all else
 * belongs to one.
 */
final class LiveRegister implements Register, AutoCloseable {
  private static final PlaceNames NO_PLACES = PlaceNames.of(List.of(), List.of());
  private static final List<Feed<UtilityBill>> BILLS =
      List.of(UtilityBill.ELECTRICITY, UtilityBill.WATER, UtilityBill.GAS, UtilityBill.HEAT);
  private static final String ACCOUNT = "accountNumber";

  /** One in so many enterprises. */
  private static final int MUCH = 4;

  private final Store store;
  private final Thresholds thresholds;
  private final @Nullable PlaceNames given;
  private final RegisterReader reader = new RegisterReader(new IdentityReader(NO_PLACES));
  private final Map<Uscc, RegisterEntry> entries = new ConcurrentHashMap<>();
  private final Map<String, Set<Uscc>> holders = new ConcurrentHashMap<>();
  private final Set<Uscc> changed = ConcurrentHashMap.newKeySet();
  private EnterpriseIndex index = new EnterpriseIndex();
  private Resolutions resolutions;

  /**
   * Reads all shards.
   *
   * @param given places that names and addresses begin with; null for those of the register itself
   */
  LiveRegister(Store store, Thresholds thresholds, @Nullable PlaceNames given) {
    this.store = store;
    this.thresholds = thresholds;
    this.given = given;
    resolutions = new Resolutions(this, index, thresholds);
    learn();
  }

  /** Forgets everything and reads it anew. */
  void learn() {
    entries.clear();
    holders.clear();
    changed.clear();
    index.close();
    index = new EnterpriseIndex();
    reader.learn(store);
    RegisterPlaces places = new RegisterPlaces();
    List<Told> all = new ArrayList<>();
    Histories histories = new Histories(store);
    for (int shard = 0; shard < store.shards().count(); shard++) {
      histories.forEachOf(
          shard,
          RegisterReader.FIRST_FEED,
          RegisterReader.LAST_FEED,
          (uscc, facts) -> {
            Told told = RegisterReader.told(uscc, facts);
            if (told.newest() != null) {
              places.add(told.newest());
              all.add(told);
            }
            holds(uscc, RegisterReader.accounts(facts));
          });
    }
    reader.reading(new IdentityReader(given == null ? places.places() : given));
    all.forEach(this::put);
    for (Uscc mapped : reader.mapped()) {
      if (!entries.containsKey(mapped)) {
        put(RegisterReader.told(mapped, List.of()));
      }
    }
    refresh();
  }

  /** Tells of a sound row: a new account is known at once, a registration is read later. */
  void accepted(Feed<?> feed, Row row) {
    Uscc uscc = row.uscc();
    if (feed.equals(MarketRegistration.FEED)) {
      changed.add(uscc);
    } else {
      int account = feed.position(ACCOUNT).orElseThrow();
      holds(uscc, Set.of(IdentityReader.account(feed, row.text(account))));
    }
  }

  static boolean watches(Feed<?> feed) {
    return feed.equals(MarketRegistration.FEED) || BILLS.contains(feed);
  }

  /** Reads what changed; everything, where much did, for then places and rarities changed too. */
  void catchUp() {
    if (changed.size() > entries.size() / MUCH) {
      learn();
    } else if (!changed.isEmpty()) {
      List<Uscc> some = List.copyOf(changed);
      some.forEach(changed::remove);
      relearn(some);
    }
  }

  /** Reads some enterprises anew, with what persons recognised. */
  void relearn(Collection<Uscc> some) {
    reader.learnRecognised(store);
    Set<Uscc> anew = Set.copyOf(some);
    holders.replaceAll((account, known) -> without(known, anew));
    Histories histories = new Histories(store);
    for (Uscc uscc : some) {
      List<Fact<?>> facts =
          histories.current(uscc, RegisterReader.FIRST_FEED, RegisterReader.LAST_FEED);
      put(RegisterReader.told(uscc, facts));
      holds(uscc, RegisterReader.accounts(facts));
    }
    refresh();
  }

  /** The claim of a row as it stands in its file. */
  Claim claim(Feed<?> feed, Map<String, String> named) {
    return reader.reader().claim(feed, named);
  }

  Resolution resolve(Claim claim) {
    return resolutions.resolve(claim);
  }

  @Override
  public Optional<RegisterEntry> entry(Uscc uscc) {
    return Optional.ofNullable(entries.get(uscc));
  }

  @Override
  public Set<Uscc> holdersOf(String account) {
    return holders.getOrDefault(account, Set.of());
  }

  int size() {
    return entries.size();
  }

  @Override
  public void close() {
    index.close();
  }

  private void holds(Uscc uscc, Set<String> accounts) {
    for (String account : accounts) {
      holders.merge(account, Set.of(uscc), LiveRegister::union);
    }
  }

  private static Set<Uscc> union(Set<Uscc> known, Set<Uscc> more) {
    if (known.containsAll(more)) {
      return known;
    }
    Set<Uscc> both = new HashSet<>(known);
    both.addAll(more);
    return Set.copyOf(both);
  }

  private static Set<Uscc> without(Set<Uscc> known, Collection<Uscc> some) {
    Set<Uscc> rest = new HashSet<>(known);
    rest.removeAll(some);
    return rest.size() == known.size() ? known : Set.copyOf(rest);
  }

  private void put(Told told) {
    Optional<RegisterEntry> entry = reader.entry(told);
    entry.ifPresent(
        found -> {
          entries.put(told.uscc(), found);
          index.put(found);
        });
  }

  private void refresh() {
    index.refresh();
    resolutions = new Resolutions(this, index, thresholds);
  }
}
