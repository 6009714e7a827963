package org.xinyidai.models.feature;

import java.util.Map;
import java.util.Set;
import org.xinyidai.models.feature.FeatureOracle.Rule;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.ListingAction;
import org.xinyidai.models.record.MarketRegistration;

/** Places on lists by looking at every pair of records. */
final class StandingOracle {
  private static final Set<EnterpriseStatus> GONE =
      Set.of(
          EnterpriseStatus.DEREGISTERED,
          EnterpriseStatus.MOVED,
          EnterpriseStatus.LIQUIDATING,
          EnterpriseStatus.BANKRUPT);

  private StandingOracle() {}

  static void addTo(Map<String, Rule> rules) {
    add(rules, "listed_serious_flag", CreditListKind.SERIOUSLY_DISHONEST);
    add(rules, "listed_black_flag", CreditListKind.BLACK);
    add(rules, "listed_red_flag", CreditListKind.RED);
  }

  private static void add(Map<String, Rule> rules, String name, CreditListKind kind) {
    EventOracle.city(rules, name, Listing.FEED, (seen, n) -> stands(seen, kind) ? 1 : 0);
  }

  private static boolean stands(Seen seen, CreditListKind kind) {
    for (MarketRegistration registration : seen.of(MarketRegistration.FEED)) {
      if (GONE.contains(registration.status())) {
        return false;
      }
    }
    for (Listing entry : seen.of(Listing.FEED)) {
      if (entry.list() == kind
          && entry.action() == ListingAction.ENTERED
          && !hasExit(seen, entry)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasExit(Seen seen, Listing entry) {
    for (Listing other : seen.of(Listing.FEED)) {
      if (other.action() != ListingAction.ENTERED
          && other.list() == entry.list()
          && other.documentNumber().equals(entry.documentNumber())
          && !other.decidedOn().isBefore(entry.decidedOn())) {
        return true;
      }
    }
    return false;
  }
}
