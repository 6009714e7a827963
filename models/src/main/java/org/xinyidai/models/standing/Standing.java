package org.xinyidai.models.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.ListingAction;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.standing.Membership.Cause;
import org.xinyidai.models.standing.Membership.Exit;

/**
 * The lists of one enterprise on one day (名单状态, D6). A place ends by a decision that names its
 * document, or when the subject is deregistered, moves away, is liquidated or goes bankrupt (D3: F2
 * task 17). A revoked licence (吊销) alone ends nothing: the subject must still be deregistered.
 */
public final class Standing {
  private final List<Membership> memberships;

  private Standing(List<Membership> memberships) {
    this.memberships = memberships;
  }

  /** What the history tells of lists up to a day, in order of entry. */
  public static Standing on(LocalDate day, History history) {
    return of(
        history.of(Listing.FEED).stream().filter(l -> !l.day().isAfter(day)).toList(),
        history.of(MarketRegistration.FEED).stream().filter(r -> !r.day().isAfter(day)).toList());
  }

  /**
   * The same from the records themselves, each list in order of day and none later than the day.
   */
  public static Standing of(List<Listing> listings, List<MarketRegistration> registrations) {
    List<Membership> memberships = new ArrayList<>();
    for (Listing entry : listings) {
      if (entry.action() == ListingAction.ENTERED) {
        Optional<Exit> exit =
            Stream.concat(decided(entry, listings), ended(entry, registrations))
                .min(Comparator.comparing(Exit::on).thenComparing(Exit::cause));
        memberships.add(new Membership(entry, exit.orElse(null)));
      }
    }
    return new Standing(List.copyOf(memberships));
  }

  /** All places, those that ended too, in order of entry. */
  public List<Membership> memberships() {
    return memberships;
  }

  /** Whether the enterprise stands on a list of this kind. */
  public boolean isOn(CreditListKind kind) {
    return memberships.stream().anyMatch(m -> m.stands() && m.entry().list() == kind);
  }

  private static Stream<Exit> decided(Listing entry, List<Listing> listings) {
    return listings.stream()
        .filter(exit -> exit.action() != ListingAction.ENTERED)
        .filter(exit -> exit.list() == entry.list())
        .filter(exit -> exit.documentNumber().equals(entry.documentNumber()))
        .filter(exit -> !exit.day().isBefore(entry.day()))
        .map(exit -> new Exit(exit.day(), cause(exit.action())));
  }

  /** A status that held before the entry ends the place at once, on the day of entry. */
  private static Stream<Exit> ended(Listing entry, List<MarketRegistration> registrations) {
    return registrations.stream()
        .flatMap(
            registration -> cause(registration.status()).map(c -> exit(registration, c)).stream())
        .map(exit -> exit.on().isBefore(entry.day()) ? new Exit(entry.day(), exit.cause()) : exit);
  }

  private static Exit exit(MarketRegistration registration, Cause cause) {
    return new Exit(registration.day(), cause);
  }

  private static Cause cause(ListingAction action) {
    return switch (action) {
      case REPAIRED -> Cause.REPAIRED;
      case EXPIRED -> Cause.EXPIRED;
      case REVOKED -> Cause.REVOKED;
      case ENTERED -> throw new IllegalArgumentException("an entry is no exit");
    };
  }

  private static Optional<Cause> cause(EnterpriseStatus status) {
    return switch (status) {
      case DEREGISTERED -> Optional.of(Cause.DEREGISTERED);
      case MOVED -> Optional.of(Cause.MOVED);
      case LIQUIDATING -> Optional.of(Cause.LIQUIDATING);
      case BANKRUPT -> Optional.of(Cause.BANKRUPT);
      case ACTIVE, REVOKED, ABNORMAL -> Optional.empty();
    };
  }
}
