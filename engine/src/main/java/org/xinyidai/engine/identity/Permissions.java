package org.xinyidai.engine.identity;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one table of role by operation (权限表). What it does not name is refused, to the office of a
 * district also what does not say how far a district reaches. A lender reads of a single enterprise
 * what that has shown it or consented to, and nothing else.
 */
public final class Permissions {
  private static final Map<Operation, Rule> TABLE = table();

  private Permissions() {}

  /** The rule of an operation; empty means that nobody may call it. */
  public static Optional<Rule> of(Operation operation) {
    return Optional.ofNullable(TABLE.get(operation));
  }

  /** How far an account reaches with an operation. */
  public static Access access(Account account, Operation operation) {
    Reach reach = of(operation).map(rule -> rule.reach(account)).orElse(Reach.NONE);
    return new Access(account, reach);
  }

  private static Map<Operation, Rule> table() {
    Map<Operation, Rule> table = new EnumMap<>(Operation.class);
    RecordPermissions.put(table);
    FilePermissions.put(table);
    MarketPermissions.put(table);
    ModelPermissions.put(table);
    OversightPermissions.put(table);
    RightsPermissions.put(table);
    LendingPermissions.put(table);
    OfficePermissions.put(table);
    DoorPermissions.put(table);
    return table;
  }
}
