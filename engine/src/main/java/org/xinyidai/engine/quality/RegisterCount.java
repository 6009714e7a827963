package org.xinyidai.engine.quality;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.quality.Scheme;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.SubjectType;

/**
 * Counts the register of legal persons (法人库统计): who is there, of whom anything else is known, and
 * which codes two subjects bear. A founding day never changes, so a code that was registered with
 * two of them was given twice. Reads every enterprise once.
 */
final class RegisterCount {
  private static final int REGISTRATION = MarketRegistration.FEED.number();
  private static final Set<EnterpriseStatus> GONE =
      Set.of(EnterpriseStatus.DEREGISTERED, EnterpriseStatus.REVOKED, EnterpriseStatus.MOVED);
  private static final Set<SubjectType> LEGAL_PERSONS =
      Set.of(SubjectType.FIRM, SubjectType.FARMER_COOPERATIVE);

  private final Histories histories;
  private long legalPersons;
  private long covered;
  private long givenTwice;

  private RegisterCount(Store store) {
    histories = new Histories(store);
  }

  /**
   * Counts.
   *
   * @param refused codes that were refused in registrations of the month
   */
  static Scheme.Register of(Store store, long refused) {
    RegisterCount count = new RegisterCount(store);
    for (int shard = 0; shard < store.shards().count(); shard++) {
      count.histories.forEachOf(
          shard,
          REGISTRATION,
          REGISTRATION,
          (uscc, facts) -> {
            List<MarketRegistration> registrations = registrations(facts);
            if (!registrations.isEmpty() && count.add(registrations)) {
              count.covered += count.histories.hasBeside(uscc, REGISTRATION) ? 1 : 0;
            }
          });
    }
    return new Scheme.Register(count.legalPersons, count.covered, count.givenTwice + refused);
  }

  private boolean add(List<MarketRegistration> registrations) {
    MarketRegistration newest = registrations.get(registrations.size() - 1);
    if (GONE.contains(newest.status()) || !LEGAL_PERSONS.contains(newest.subjectType())) {
      return false;
    }
    Set<LocalDate> founded = new HashSet<>();
    registrations.forEach(each -> founded.add(each.foundedOn()));
    legalPersons++;
    givenTwice += founded.size() > 1 ? 1 : 0;
    return true;
  }

  private static List<MarketRegistration> registrations(List<Fact<?>> facts) {
    return facts.stream()
        .map(Fact::record)
        .filter(MarketRegistration.class::isInstance)
        .map(MarketRegistration.class::cast)
        .toList();
  }
}
