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

  static List<Evidence> of(Claim claim, RegisterEntry entry) {
    List<Evidence> evidence = new ArrayList<>();
    compare(
            Kind.ORGANISATION_CODE,
            claim.organisationCode(),
            Set.of(entry.organisationCode()),
            new Weights(9, -3))
        .ifPresent(evidence::add);
    compare(
            Kind.REGISTRATION_NUMBER,
            claim.registrationNumber(),
            entry.registrationNumbers(),
            new Weights(9, -3))
        .ifPresent(evidence::add);
    compare(Kind.ACCOUNT, claim.account(), entry.accounts(), new Weights(3.5, 0))
        .filter(found -> found.agreement() == Agreement.SAME)
        .ifPresent(evidence::add);
    compare(
            Kind.REPRESENTATIVE,
            claim.representative(),
            presentIn(entry.representative()),
            new Weights(3, -1.2))
        .ifPresent(evidence::add);
    compare(Kind.PHONE, claim.phone(), presentIn(entry.phone()), new Weights(5, -0.3))
        .ifPresent(evidence::add);
    address(claim.address(), entry.address()).ifPresent(evidence::add);
    return evidence;
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
      return Optional.of(new Evidence(Kind.ADDRESS, Agreement.DIFFERENT, -2.5));
    }
    boolean sameRoad = !claimed.road().isEmpty() && claimed.road().equals(registered.road());
    boolean sameNumber = claimed.number().equals(registered.number());
    if (sameRoad && sameNumber && !claimed.number().isEmpty()) {
      boolean all = claimed.detail().equals(registered.detail());
      return Optional.of(
          new Evidence(Kind.ADDRESS, all ? Agreement.SAME : Agreement.CLOSE, all ? 4.5 : 3.5));
    }
    return Optional.of(
        sameRoad
            ? new Evidence(Kind.ADDRESS, Agreement.PARTIAL, 0.8)
            : new Evidence(Kind.ADDRESS, Agreement.DIFFERENT, -0.8));
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
