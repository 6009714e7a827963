package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.api.Api;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Permissions;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.identity.Role;

/**
 * Administrators of the system, of security and of the audit are three (三员分立), over all operations.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeparationContract {
  /** Coming and going, which every role does. */
  private static final Set<Operation> OWN_SESSION =
      EnumSet.of(Operation.GET_SESSION, Operation.END_SESSION);

  /** What security does, and nobody else changes. */
  private static final Set<Operation> OF_SECURITY =
      EnumSet.of(
          Operation.POST_INVITATION,
          Operation.LIST_ACCOUNTS,
          Operation.REMOVE_ACCOUNT,
          Operation.POST_ORGANISATION,
          Operation.LIST_ORGANISATIONS,
          Operation.GET_CREDENTIALS,
          Operation.END_SESSIONS,
          Operation.ISSUE_TOKEN,
          Operation.REVOKE_TOKEN,
          Operation.BIND_CERTIFICATE,
          Operation.REGISTER_KEY,
          Operation.UNBIND,
          Operation.LIST_KEYS,
          Operation.ROTATE_KEYS);

  /** Posts of an auditor that change no state but the mark of what it has read. */
  private static final Set<Operation> HARMLESS =
      EnumSet.of(
          Operation.END_SESSION,
          Operation.MARK_NOTICE_READ,
          Operation.REPLAY_SCORE,
          Operation.CHECK_FILING);

  /** Where files of enterprises, the audit and accounts are. */
  private static final List<String> FILES =
      List.of(
          "{uscc}",
          "/demands",
          "/applications",
          "/inquiries",
          "/credit-reports",
          "/lead-exports",
          "/lead-traces",
          "/saved-searches",
          "/product-drafts",
          "/transfers",
          "/objections",
          "/reviews",
          "/verification",
          "/scores",
          "/consents",
          "/warnings",
          "/credit-lists",
          "/audit",
          "/accounts",
          "/invitations",
          "/organisations",
          "/resolutions",
          "/cleanings",
          "/training-sets",
          "/rejections");

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.in(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void security_opens_and_shuts_accounts_and_reads_no_business_at_all() {
    EnumSet<Operation> expected = EnumSet.copyOf(OF_SECURITY);
    expected.addAll(OWN_SESSION);
    expected.add(Operation.GET_TASK);
    assertEquals(expected, reachedBy(Role.SECURITY, any -> true));
  }

  @Test
  void nobody_but_security_opens_or_shuts_an_account() {
    for (Role role : EnumSet.complementOf(EnumSet.of(Role.SECURITY))) {
      for (Operation operation : reachedBy(role, SeparationContract::changes)) {
        assertFalse(OF_SECURITY.contains(operation), role + " " + operation);
      }
    }
  }

  @Test
  void the_auditor_changes_nothing() {
    for (Operation operation : reachedBy(Role.AUDITOR, SeparationContract::changes)) {
      assertTrue(HARMLESS.contains(operation), operation + " changes something");
    }
  }

  @Test
  void only_the_auditor_reads_the_audit() {
    for (Role role : Role.values()) {
      boolean reads = reachedBy(role, any -> true).contains(Operation.LIST_AUDIT);
      assertEquals(role == Role.AUDITOR, reads, role.id());
    }
  }

  @Test
  void the_administrator_of_the_system_sees_no_file_no_audit_and_no_account() {
    Set<Operation> seen =
        reachedBy(
            Role.ADMIN,
            endpoint -> FILES.stream().anyMatch(part -> endpoint.path().contains(part)));
    assertEquals(Set.of(), seen);
  }

  @Test
  void no_two_of_the_three_change_the_same_but_their_own_session() {
    List<Role> three = List.of(Role.ADMIN, Role.SECURITY, Role.AUDITOR);
    for (Role one : three) {
      for (Role other : three) {
        if (one != other) {
          Set<Operation> both = reachedBy(one, SeparationContract::changes);
          both.retainAll(reachedBy(other, SeparationContract::changes));
          both.removeAll(OWN_SESSION);
          assertEquals(Set.of(), both, one + " and " + other);
        }
      }
    }
  }

  private static boolean changes(Endpoint endpoint) {
    return !endpoint.method().equals(HttpMethod.GET);
  }

  private static Set<Operation> reachedBy(Role role, Predicate<Endpoint> which) {
    return Api.endpoints(server.backend, BodyLimits.standard(), null, null).stream()
        .filter(which)
        .map(Endpoint::operation)
        .filter(one -> Permissions.of(one).orElseThrow().reach(role) != Reach.NONE)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Operation.class)));
  }
}
