package org.xinyidai.engine.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.xinyidai.engine.resolution.IdentityReader.Raw;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.resolution.RegisterEntry;
import org.xinyidai.models.subject.Uscc;

/**
 * The register as the facts tell it (主体库): names, former names and contact by registration,
 * accounts by the bills that came with a code, old numbers by registration and by the map of codes,
 * and names by which a person recognised it. Held in memory and derived: read anew at every start.
 * Utility feeds and registration have the numbers 6 to 12, so that one range of each enterprise's
 * facts is read and no invoices.
 */
final class LiveRegister implements Register {
  private static final int FIRST_FEED = UtilityBill.ELECTRICITY.number();
  private static final int LAST_FEED = MarketRegistration.FEED.number();

  private final Map<Uscc, RegisterEntry> entries = new ConcurrentHashMap<>();

  private LiveRegister() {}

  /** Reads all shards. */
  static LiveRegister of(Store store, IdentityReader reader) {
    Map<Uscc, Set<String>> numbers = new HashMap<>();
    new CodeMap(store)
        .forEach(m -> numbers.computeIfAbsent(m.uscc(), code -> new HashSet<>()).add(m.oldCode()));
    Known known = new Known(numbers, recognised(store));
    LiveRegister register = new LiveRegister();
    Histories histories = new Histories(store);
    for (int shard = 0; shard < store.shards().count(); shard++) {
      histories.forEachOf(
          shard,
          FIRST_FEED,
          LAST_FEED,
          (uscc, facts) ->
              entry(uscc, facts, known, reader)
                  .ifPresent(entry -> register.entries.put(uscc, entry)));
    }
    return register;
  }

  @Override
  public Optional<RegisterEntry> entry(Uscc uscc) {
    return Optional.ofNullable(entries.get(uscc));
  }

  Iterable<RegisterEntry> entries() {
    return entries.values();
  }

  int size() {
    return entries.size();
  }

  /** What is known of enterprises beside their facts: old numbers, and names that persons knew. */
  private record Known(Map<Uscc, Set<String>> numbers, Map<Uscc, Set<String>> names) {}

  private static Map<Uscc, Set<String>> recognised(Store store) {
    Map<Uscc, Set<String>> names = new HashMap<>();
    new Cases(store)
        .forEach(
            each -> {
              String name =
                  IdentityReader.claimedName(Feeds.byId(each.feed()).orElseThrow(), each.named());
              if (each.status() == Case.Status.FILED_BY_PERSON && !name.isEmpty()) {
                each.filed()
                    .ifPresent(
                        filing ->
                            names
                                .computeIfAbsent(new Uscc(filing.uscc()), code -> new TreeSet<>())
                                .add(name));
              }
            });
    return names;
  }

  private static Optional<RegisterEntry> entry(
      Uscc uscc, List<Fact<?>> facts, Known known, IdentityReader reader) {
    List<MarketRegistration> registrations = new ArrayList<>();
    Set<String> accounts = new HashSet<>();
    for (Fact<?> fact : facts) {
      if (fact.record() instanceof MarketRegistration registration) {
        registrations.add(registration);
      } else if (fact.record() instanceof UtilityBill bill) {
        accounts.add(IdentityReader.account(fact.feed(), bill.accountNumber()));
      }
    }
    if (registrations.isEmpty()) {
      return Optional.empty();
    }
    MarketRegistration newest = registrations.get(registrations.size() - 1);
    Set<String> numbers = new HashSet<>(known.numbers().getOrDefault(uscc, Set.of()));
    List<String> former = new ArrayList<>(known.names().getOrDefault(uscc, Set.of()));
    for (MarketRegistration registration : registrations) {
      if (!registration.name().equals(newest.name()) && !former.contains(registration.name())) {
        former.add(registration.name());
      }
      String number = registration.contact().registrationNumber();
      if (!number.isEmpty()) {
        numbers.add(number);
      }
    }
    return Optional.of(reader.entry(uscc, raw(newest), former, numbers, accounts));
  }

  private static Raw raw(MarketRegistration registration) {
    MarketRegistration.Contact contact = registration.contact();
    return new Raw(
        registration.name(),
        contact.address(),
        contact.legalRepresentative(),
        contact.phone(),
        contact.registrationNumber(),
        "");
  }
}
