package org.xinyidai.engine.identity;

import static org.xinyidai.engine.identity.Role.ADMIN;
import static org.xinyidai.engine.identity.Role.AUDITOR;
import static org.xinyidai.engine.identity.Role.SECURITY;

import java.util.Map;

/** Who may come in, and who lets them (准入权限). A part of {@link Permissions}. */
final class DoorPermissions {
  private DoorPermissions() {}

  /** Sessions, accounts, credentials, organisations and health. */
  static void put(Map<Operation, Rule> table) {
    table.put(Operation.POST_SESSION, Rule.open());
    table.put(Operation.LIST_PROVIDERS, Rule.open());
    table.put(Operation.POST_PROVIDER_SESSION, Rule.open());
    table.put(Operation.GET_PROVIDER_CALLBACK, Rule.open());
    table.put(Operation.ACCEPT_INVITATION, Rule.open());
    table.put(Operation.GET_SESSION, Rule.closed().own(Role.values()));
    table.put(Operation.END_SESSION, Rule.closed().own(Role.values()));
    table.put(Operation.POST_INVITATION, Rule.closed().all(SECURITY));
    table.put(Operation.LIST_ACCOUNTS, Rule.closed().all(SECURITY, AUDITOR));
    table.put(Operation.REMOVE_ACCOUNT, Rule.closed().all(SECURITY));
    table.put(Operation.GET_CREDENTIALS, Rule.closed().all(SECURITY, AUDITOR));
    table.put(Operation.END_SESSIONS, Rule.closed().all(SECURITY));
    table.put(Operation.ISSUE_TOKEN, Rule.closed().all(SECURITY));
    table.put(Operation.REVOKE_TOKEN, Rule.closed().all(SECURITY));
    table.put(Operation.BIND_CERTIFICATE, Rule.closed().all(SECURITY));
    table.put(Operation.REGISTER_KEY, Rule.closed().all(SECURITY));
    table.put(Operation.UNBIND, Rule.closed().all(SECURITY));
    table.put(Operation.GET_HEALTH, Rule.open());
    table.put(Operation.GET_LIVENESS, Rule.open());
    table.put(Operation.GET_READINESS, Rule.open());
    // A scraper on the same machine needs no token; the http room sees to that.
    table.put(Operation.GET_METRICS, Rule.closed().all(ADMIN));
    table.put(Operation.POST_ORGANISATION, Rule.closed().all(SECURITY));
    table.put(Operation.LIST_ORGANISATIONS, Rule.closed().all(SECURITY, AUDITOR));
  }
}
