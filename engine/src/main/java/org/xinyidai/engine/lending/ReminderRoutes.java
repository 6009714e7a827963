package org.xinyidai.engine.lending;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Organisation;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.Passage;
import org.xinyidai.models.financing.application.ReminderLevel;
import org.xinyidai.models.subject.Region;

/**
 * Who is reminded of an application that waits (催办去向): the branch that holds it first, then the
 * head of its lender, then the offices that see its district, with the enterprise. What was true
 * when it was read; a run of reminders reads it once.
 *
 * <p>A branch holds what one of its people last took a step in; before that, the branches nearest
 * to the enterprise. Where nobody sits in a branch, the lender as a whole is told.
 */
final class ReminderRoutes {
  private final List<Account> offices;
  private final Map<String, Organisation> units;
  private final Set<String> staffed;

  private ReminderRoutes(List<Account> accounts, List<Organisation> organisations) {
    this.offices = accounts.stream().filter(one -> one.role() == Role.OFFICE).toList();
    this.units = organisations.stream().collect(toMap(Organisation::id, Function.identity()));
    this.staffed =
        accounts.stream()
            .filter(one -> one.role() == Role.BANK)
            .map(one -> one.seat().unit())
            .collect(toSet());
  }

  /** Reads all accounts and organisations. */
  static ReminderRoutes read(Accounts accounts, Organisations organisations) {
    return new ReminderRoutes(accounts.all(), organisations.all());
  }

  /** The boxes into which a reminder of a level goes. */
  Set<String> boxes(Application application, ReminderLevel level) {
    String lender = application.filing().target().lender();
    Set<String> boxes = new LinkedHashSet<>(holders(application));
    switch (level) {
      case OFFICER, BRANCH_HEAD -> {}
      case LENDER_HEAD -> boxes.addAll(heads(lender));
      case OFFICE -> {
        boxes.clear();
        boxes.add(lender);
        boxes.add(application.filing().uscc().value());
        offices.stream()
            .filter(office -> office.seat().sees(application.filing().district()))
            .forEach(office -> boxes.add(office.organisation()));
      }
    }
    if (boxes.isEmpty() || (level == ReminderLevel.LENDER_HEAD && heads(lender).isEmpty())) {
      return Set.of(lender);
    }
    return boxes;
  }

  private List<String> holders(Application application) {
    return application.history().stream()
        .filter(passage -> passage.by() == Party.LENDER)
        .map(Passage::unit)
        .filter(staffed::contains)
        .filter(unit -> !unit.isEmpty())
        .reduce((earlier, later) -> later)
        .map(List::of)
        .orElseGet(() -> nearest(application));
  }

  /** Branches whose place holds the enterprise's: the narrowest place first and alone. */
  private List<String> nearest(Application application) {
    String district = application.filing().district();
    if (!Region.isWellFormed(district)) {
      return List.of();
    }
    List<Organisation> around =
        units.values().stream()
            .filter(unit -> unit.parent() != null && staffed.contains(unit.id()))
            .filter(unit -> headName(unit).equals(application.filing().target().lender()))
            .filter(unit -> holds(unit.division(), district))
            .toList();
    return around.stream()
        .filter(
            unit ->
                around.stream()
                    .noneMatch(
                        other ->
                            !Objects.equals(other.division(), unit.division())
                                && holds(unit.division(), String.valueOf(other.division()))))
        .map(Organisation::id)
        .sorted()
        .toList();
  }

  private static boolean holds(@Nullable String place, String district) {
    return place != null && new Region(district).isWithin(new Region(place));
  }

  private List<String> heads(String lender) {
    return units.values().stream()
        .filter(unit -> unit.parent() == null && unit.name().equals(lender))
        .filter(unit -> unit.kind().role() == Role.BANK)
        .map(Organisation::id)
        .filter(staffed::contains)
        .toList();
  }

  private String headName(Organisation unit) {
    Organisation above = unit;
    while (above.parent() != null) {
      above = Objects.requireNonNull(units.get(above.parent()));
    }
    return above.name();
  }
}
