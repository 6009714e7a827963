package org.xinyidai.models.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.models.resolution.Evidence.Agreement;
import org.xinyidai.models.resolution.Evidence.Kind;
import org.xinyidai.models.subject.Address;
import org.xinyidai.models.subject.PlaceNames.Level;
import org.xinyidai.models.subject.PlaceNames.Place;

/** Weighs all that is not a name. What either side does not say speaks neither for nor against. */
final class FieldEvidence {
  private FieldEvidence() {}

  static List<Evidence> of(Claim claim, RegisterEntry entry, Kinship kinship) {
    List<Evidence> evidence = new ArrayList<>();
    compare(
            Kind.ORGANISATION_CODE,
            claim.organisationCode(),
            Set.of(entry.organisationCode()),
            new Weights(7, -3))
        .ifPresent(evidence::add);
    compare(
            Kind.REGISTRATION_NUMBER,
            claim.registrationNumber(),
            entry.registrationNumbers(),
            new Weights(7, -3))
        .ifPresent(evidence::add);
    compare(Kind.ACCOUNT, claim.account(), entry.accounts(), new Weights(account(kinship), 0))
        .filter(found -> found.agreement() == Agreement.SAME)
        .ifPresent(evidence::add);
    compare(
            Kind.REPRESENTATIVE,
            claim.representative(),
            presentIn(entry.representative()),
            new Weights(owner(kinship), -2.5))
        .ifPresent(evidence::add);
    compare(Kind.PHONE, claim.phone(), presentIn(entry.phone()), new Weights(5, -1))
        .ifPresent(evidence::add);
    address(claim.address(), entry.address()).ifPresent(evidence::add);
    return evidence;
  }

  /** Sisters share an owner, so it tells them not apart. */
  private static double owner(Kinship kinship) {
    return switch (kinship) {
      case SELF, UNNAMED -> 3;
      case SISTER, STRANGER -> 0.5;
      case OWNER -> 0;
    };
  }

  /** A meter that changed hands went to someone of another name. */
  private static double account(Kinship kinship) {
    return kinship == Kinship.SELF || kinship == Kinship.SISTER ? 4.8 : 3.3;
  }

  private record Weights(double same, double different) {}

  private static Set<String> presentIn(String value) {
    return value.isEmpty() ? Set.of() : Set.of(value);
  }

  private static Optional<Evidence> compare(
      Kind kind, String claimed, Set<String> known, Weights weights) {
    if (claimed.isEmpty() || known.isEmpty()) {
      return Optional.empty();
    }
    boolean same = known.contains(claimed);
    return Optional.of(
        new Evidence(
            kind,
            same ? Agreement.SAME : Agreement.DIFFERENT,
            same ? weights.same() : weights.different()));
  }

  private static Optional<Evidence> address(Address claimed, Address registered) {
    if (claimed.isEmpty() || registered.isEmpty()) {
      return Optional.empty();
    }
    if (contradict(claimed, registered)) {
      return Optional.of(new Evidence(Kind.ADDRESS, Agreement.DIFFERENT, -3));
    }
    boolean sameRoad = !claimed.road().isEmpty() && claimed.road().equals(registered.road());
    if (sameRoad && claimed.detail().equals(registered.detail())) {
      boolean house = !claimed.number().isEmpty();
      return Optional.of(
          new Evidence(Kind.ADDRESS, house ? Agreement.SAME : Agreement.PARTIAL, house ? 4.5 : 2));
    }
    if (sameRoad && !claimed.number().isEmpty() && claimed.number().equals(registered.number())) {
      return Optional.of(new Evidence(Kind.ADDRESS, Agreement.CLOSE, 3.5));
    }
    boolean open = claimed.number().isEmpty() || registered.number().isEmpty();
    return Optional.of(
        sameRoad && open
            ? new Evidence(Kind.ADDRESS, Agreement.PARTIAL, 1.2)
            : new Evidence(Kind.ADDRESS, Agreement.DIFFERENT, -2.6));
  }

  private static boolean contradict(Address claimed, Address registered) {
    for (Level level : Level.values()) {
      Optional<Place> left = claimed.place(level);
      Optional<Place> right = registered.place(level);
      if (left.isPresent() && right.isPresent() && !left.equals(right)) {
        return true;
      }
    }
    return false;
  }
}
