package org.xinyidai.engine.identity;

import static org.xinyidai.engine.identity.Role.ADMIN;
import static org.xinyidai.engine.identity.Role.AUDITOR;
import static org.xinyidai.engine.identity.Role.ENTERPRISE;
import static org.xinyidai.engine.identity.Role.OFFICE;
import static org.xinyidai.engine.identity.Role.SECURITY;

import java.util.Map;

/**
 * Who keeps the platform and looks over what is done on it (运维审计权限). A part of {@link Permissions}.
 */
final class OversightPermissions {
  private OversightPermissions() {}

  /** Tasks, copies, keys and the audit. */
  static void put(Map<Operation, Rule> table) {
    table.put(Operation.GET_TASK, Rule.closed().all(OFFICE, AUDITOR, ADMIN, SECURITY));
    // Who keeps copies is not who holds the keys to them.
    table.put(Operation.LIST_BACKUPS, Rule.closed().all(AUDITOR, ADMIN));
    table.put(Operation.POST_BACKUP, Rule.closed().all(ADMIN));
    table.put(Operation.LIST_KEYS, Rule.closed().all(AUDITOR, SECURITY));
    table.put(Operation.ROTATE_KEYS, Rule.closed().all(SECURITY));
    // Those who act are not those who look over the acts.
    table.put(Operation.LIST_AUDIT, Rule.closed().all(AUDITOR));
    table.put(Operation.VERIFY_AUDIT, Rule.closed().all(AUDITOR));
    table.put(Operation.LIST_ACCESSES, Rule.closed().own(ENTERPRISE).all(AUDITOR));
  }
}
