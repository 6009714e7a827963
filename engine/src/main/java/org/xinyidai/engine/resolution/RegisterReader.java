package org.xinyidai.engine.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.resolution.IdentityReader.Raw;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.resolution.RegisterEntry;
import org.xinyidai.models.subject.Uscc;

/**
 * Reads enterprises out of facts (主体库读取): names, former names and contact by registration, accounts
 * by the bills that came with a code, old numbers by registration and by the map of codes, and
 * names by which a person recognised it.
 */
final class RegisterReader {
  /** Utility feeds and registration are neighbours, so one range of an enterprise is read. */
  static final int FIRST_FEED = UtilityBill.ELECTRICITY.number();

  static final int LAST_FEED = MarketRegistration.FEED.number();

  private final Map<Uscc, Set<String>> oldCodes = new HashMap<>();
  private Map<Uscc, Set<String>> recognised = Map.of();
  private IdentityReader reader;

  RegisterReader(IdentityReader reader) {
    this.reader = reader;
  }

  /** What the facts of one enterprise tell. */
  record Told(
      Uscc uscc, @Nullable MarketRegistration newest, List<String> former, Set<String> numbers) {}

  /** Reads the map of codes and what persons recognised. */
  void learn(Store store) {
    oldCodes.clear();
    new CodeMap(store)
        .forEach(m -> oldCodes.computeIfAbsent(m.uscc(), c -> new HashSet<>(2)).add(m.oldCode()));
    learnRecognised(store);
  }

  void learnRecognised(Store store) {
    recognised = Recognised.names(store);
  }

  /** Knows places from now on. */
  void reading(IdentityReader by) {
    reader = by;
  }

  IdentityReader reader() {
    return reader;
  }

  /** The enterprises that the map of codes tells of. */
  Set<Uscc> mapped() {
    return oldCodes.keySet();
  }

  /** The accounts among an enterprise's facts. */
  static Set<String> accounts(List<Fact<?>> facts) {
    Set<String> accounts = new HashSet<>();
    for (Fact<?> fact : facts) {
      if (fact.record() instanceof UtilityBill bill) {
        accounts.add(IdentityReader.account(fact.feed(), bill.accountNumber()));
      }
    }
    return accounts;
  }

  static Told told(Uscc uscc, List<Fact<?>> facts) {
    MarketRegistration newest = null;
    Set<String> former = new LinkedHashSet<>();
    Set<String> numbers = new HashSet<>();
    for (Fact<?> fact : facts) {
      if (fact.record() instanceof MarketRegistration registration) {
        newest = registration;
        former.add(registration.name());
        numbers.add(registration.contact().registrationNumber());
      }
    }
    if (newest != null) {
      former.remove(newest.name());
    }
    numbers.remove("");
    return new Told(uscc, newest, new ArrayList<>(former), numbers);
  }

  /** The entry; empty for an enterprise that neither the register nor the map of codes knows. */
  Optional<RegisterEntry> entry(Told told) {
    Set<String> numbers = new HashSet<>(told.numbers());
    numbers.addAll(oldCodes.getOrDefault(told.uscc(), Set.of()));
    List<String> other = new ArrayList<>(told.former());
    other.addAll(recognised.getOrDefault(told.uscc(), Set.of()));
    MarketRegistration newest = told.newest();
    if (newest == null && numbers.isEmpty()) {
      return Optional.empty();
    }
    Raw raw = newest == null ? Raw.NOTHING : raw(newest);
    return Optional.of(reader.entry(told.uscc(), raw, other, numbers, Set.of()));
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
