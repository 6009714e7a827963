package org.xinyidai.engine.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.calendar.ChinaTime;

/**
 * A token as someone asks for it (令牌申请), in words that still may be wrong.
 *
 * @param scopes such as {@code getBatch} or {@code postRecords:tax_rating}
 * @param lastDay on which it opens anything, in China; null for one without an end
 */
public record TokenWish(List<String> scopes, @Nullable LocalDate lastDay) {

  /** What is wrong with a wish. */
  public enum Fault {
    SCOPE_UNKNOWN,
    SCOPE_OF_ANOTHER_ROLE,
    DAY_PASSED,
    DAY_TOO_FAR
  }

  /**
   * The first fault with the word that has it.
   *
   * @param word empty where the day is at fault
   */
  public record Faulty(Fault fault, String word) {}

  public TokenWish {
    scopes = List.copyOf(scopes);
  }

  /** What is wrong with it for an account of a role; empty where nothing is. */
  public Optional<Faulty> fault(Role role, Instant now) {
    for (String word : scopes) {
      Optional<Scope> scope = Scope.parse(word);
      if (scope.isEmpty()) {
        return Optional.of(new Faulty(Fault.SCOPE_UNKNOWN, word));
      }
      if (!mayCall(role, scope.get().operation())) {
        return Optional.of(new Faulty(Fault.SCOPE_OF_ANOTHER_ROLE, word));
      }
    }
    if (lastDay == null) {
      return Optional.empty();
    }
    LocalDate today = ChinaTime.dayOf(now);
    if (lastDay.isBefore(today)) {
      return Optional.of(new Faulty(Fault.DAY_PASSED, ""));
    }
    return ChronoUnit.DAYS.between(today, lastDay) > Tokens.LONGEST_DAYS
        ? Optional.of(new Faulty(Fault.DAY_TOO_FAR, ""))
        : Optional.empty();
  }

  /** The grant of a wish without a fault. */
  public Grant grant() {
    List<Scope> known = new ArrayList<>();
    scopes.forEach(word -> known.add(Scope.parse(word).orElseThrow()));
    Instant end = lastDay == null ? null : ChinaTime.startOf(lastDay.plusDays(1));
    return Grant.of(known, end);
  }

  private static boolean mayCall(Role role, Operation operation) {
    return Permissions.of(operation)
        .filter(rule -> rule.isOpen() || rule.reach(role) != Reach.NONE)
        .isPresent();
  }
}
