package org.xinyidai.engine.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.login.LoginRefused.Reason;
import org.xinyidai.engine.login.Logins.Attempt;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoginsTest {
  private static final String PASSWORD = "Windy-lamp-of-march-7";
  private static final String FIRM = "91350100M000100Y43";

  @TempDir private Path folder;
  private final SecureRandom random = new SecureRandom();
  private Instant now = Instant.parse("2026-03-02T01:00:00Z");
  private final InstantSource clock = () -> now;
  private Store store;
  private Accounts accounts;
  private Sessions sessions;
  private Logins logins;

  @BeforeEach
  void open() {
    store = Store.open(folder, StoreOptions.small());
    accounts = new Accounts(store, random);
    sessions = new Sessions(store, accounts, random, clock);
    logins = new Logins(store, accounts, sessions, PasswordProfile.MLPS3, random, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void an_enterprise_comes_in_by_name_and_password_alone() {
    Account account = accounts.open(Role.ENTERPRISE, "木工坊", FIRM);
    Enrolment enrolled = logins.accept(logins.invite(account.id()), "Workshop", PASSWORD);
    assertNull(enrolled.secret());

    Sessions.Begun begun = enter("workshop", PASSWORD, null);

    assertEquals(account, sessions.find(begun.token()).orElseThrow().account());
    assertNotEquals(begun.token().reveal(), enter("workshop", PASSWORD, null).token().reveal());
  }

  @Test
  void a_bank_needs_its_code_as_well_and_no_code_works_twice() {
    byte[] secret = bank();
    String code = Totp.at(secret, now);

    refused(Reason.WRONG, "clerk", PASSWORD, null);
    refused(Reason.WRONG, "clerk", PASSWORD, "000000".equals(code) ? "000001" : "000000");
    enter("clerk", PASSWORD, code);
    refused(Reason.WRONG, "clerk", PASSWORD, code);
    now = now.plusSeconds(30);
    enter("clerk", PASSWORD, Totp.at(secret, now));
  }

  @Test
  void five_wrong_tries_lock_the_user_out_for_a_while_and_the_right_password_is_answered_alike() {
    byte[] secret = bank();
    for (int i = 0; i < PasswordProfile.MLPS3.attempts(); i++) {
      refused(Reason.WRONG, "clerk", "not the password", Totp.at(secret, now));
    }
    LoginRefused locked = refused(Reason.WRONG, "clerk", PASSWORD, Totp.at(secret, now));
    LoginRefused unknown = refused(Reason.WRONG, "nobody", PASSWORD, "123456");
    assertEquals(unknown.getMessage(), locked.getMessage());

    now = now.plus(PasswordProfile.MLPS3.lockout());
    enter("clerk", PASSWORD, Totp.at(secret, now));
  }

  @Test
  void a_right_try_between_wrong_ones_begins_the_count_anew() {
    Account account = accounts.open(Role.ENTERPRISE, "木工坊", FIRM);
    logins.accept(logins.invite(account.id()), "workshop", PASSWORD);
    for (int round = 0; round < 2; round++) {
      for (int i = 1; i < PasswordProfile.MLPS3.attempts(); i++) {
        refused(Reason.WRONG, "workshop", "not the password", null);
      }
      enter("workshop", PASSWORD, null);
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whoever_sees_the_files_of_others_or_keeps_the_platform_has_a_second_factor(Role role) {
    Account account = accounts.open(role, "某人", FIRM);
    Enrolment enrolled = logins.accept(logins.invite(account.id()), "someone", PASSWORD);

    boolean alone = role == Role.ENTERPRISE || role == Role.SOURCE;
    assertEquals(alone, enrolled.secret() == null, role.id());
    if (alone) {
      enter("someone", PASSWORD, null);
    } else {
      refused(Reason.WRONG, "someone", PASSWORD, null);
    }
  }

  @Test
  void an_old_password_must_be_changed_on_the_way_in() {
    byte[] secret = bank();
    now = now.plus(Duration.ofDays(91));
    refused(Reason.EXPIRED, "clerk", PASSWORD, Totp.at(secret, now));

    String fresh = "Quiet-river-in-may-4";
    Attempt change = new Attempt("clerk", PASSWORD, Totp.at(secret, now), fresh);
    assertTrue(sessions.find(logins.enter(change).token()).isPresent());

    now = now.plusSeconds(60);
    refused(Reason.WRONG, "clerk", PASSWORD, Totp.at(secret, now));
    enter("clerk", fresh, Totp.at(secret, now));
  }

  @Test
  void a_new_password_ends_every_session_that_the_old_one_began() {
    Account account = accounts.open(Role.ENTERPRISE, "木工坊", FIRM);
    logins.accept(logins.invite(account.id()), "workshop", PASSWORD);
    Account other = accounts.open(Role.ENTERPRISE, "铁匠铺", FIRM);
    logins.accept(logins.invite(other.id()), "smithy", PASSWORD);
    Token stolen = enter("workshop", PASSWORD, null).token();
    Token neighbour = enter("smithy", PASSWORD, null).token();

    String fresh = "Quiet-river-in-may-4";
    Token own = logins.enter(new Attempt("workshop", PASSWORD, null, fresh)).token();

    assertFalse(sessions.find(stolen).isPresent());
    assertTrue(sessions.find(own).isPresent());
    assertTrue(sessions.find(neighbour).isPresent());
  }

  @Test
  void a_session_ends_when_left_alone_when_the_day_is_over_on_leaving_and_with_its_account() {
    Account account = accounts.open(Role.ENTERPRISE, "木工坊", FIRM);
    logins.accept(logins.invite(account.id()), "workshop", PASSWORD);

    Token idle = enter("workshop", PASSWORD, null).token();
    now = now.plus(Sessions.IDLE);
    assertFalse(sessions.find(idle).isPresent());

    Token left = enter("workshop", PASSWORD, null).token();
    assertTrue(sessions.end(left));
    assertFalse(sessions.find(left).isPresent());

    Token shut = enter("workshop", PASSWORD, null).token();
    accounts.remove(account.id());
    assertFalse(sessions.find(shut).isPresent());
  }

  @Test
  void a_busy_session_lives_on_until_the_longest_day_is_over() {
    Account account = accounts.open(Role.ENTERPRISE, "木工坊", FIRM);
    logins.accept(logins.invite(account.id()), "workshop", PASSWORD);
    Token busy = enter("workshop", PASSWORD, null).token();
    Instant start = now;
    Duration step = Sessions.IDLE.minusMinutes(5);
    for (now = now.plus(step); now.isBefore(start.plus(Sessions.LONGEST)); now = now.plus(step)) {
      assertTrue(sessions.find(busy).isPresent(), now.toString());
      store.execute(changes -> changes.sequence()); // what was noted before is durable now
    }
    assertFalse(sessions.find(busy).isPresent());
  }

  @Test
  void an_invitation_holds_once_and_for_three_days() {
    Account account = accounts.open(Role.ENTERPRISE, "木工坊", FIRM);
    Token code = logins.invite(account.id());
    logins.accept(code, "workshop", PASSWORD);
    accepted(Reason.NO_INVITATION, code, "other", PASSWORD);

    Token late = logins.invite(account.id());
    now = now.plus(Duration.ofDays(3));
    accepted(Reason.NO_INVITATION, late, "workshop", PASSWORD);
  }

  @Test
  void a_name_that_is_taken_or_a_weak_password_leaves_the_invitation_unused() {
    Account first = accounts.open(Role.ENTERPRISE, "木工坊", FIRM);
    logins.accept(logins.invite(first.id()), "workshop", PASSWORD);
    Account second = accounts.open(Role.OFFICE, "金融办", "上街区");
    Token code = logins.invite(second.id());

    accepted(Reason.NAME, code, "workshop", PASSWORD);
    accepted(Reason.NAME, code, "a b", PASSWORD);
    accepted(Reason.WEAK, code, "officer", "12345678");
    assertEquals("officer", logins.accept(code, "officer", PASSWORD).user());
  }

  @Test
  void whoever_tries_with_whatever_the_same_hashes_are_computed() {
    List<String> work = new ArrayList<>();
    Hashing counting = Counting.into(work);
    logins =
        new Logins(
            store, sessions, PasswordProfile.MLPS3, counting, new Logins.Chance(random, clock));
    byte[] secret = bank();
    Account gone = accounts.open(Role.ENTERPRISE, "木工坊", FIRM);
    logins.accept(logins.invite(gone.id()), "gone", PASSWORD);
    accounts.remove(gone.id());
    Account shut = accounts.open(Role.ENTERPRISE, "铁匠铺", FIRM);
    logins.accept(logins.invite(shut.id()), "shut", PASSWORD);
    for (int i = 0; i < PasswordProfile.MLPS3.attempts(); i++) {
      refused(Reason.WRONG, "shut", "not the password", null);
    }

    for (String renewed : new String[] {null, "Quiet-river-in-may-4"}) {
      List<String> expected = workOf(work, "nobody", "not the password", renewed);
      assertEquals(renewed == null ? 1 : 2, expected.size());
      assertEquals(expected, workOf(work, "clerk", "not the password", renewed));
      assertEquals(expected, workOf(work, "clerk", PASSWORD, renewed), "right, without the code");
      assertEquals(expected, workOf(work, "shut", PASSWORD, renewed), "right, but locked out");
      assertEquals(expected, workOf(work, "gone", PASSWORD, renewed), "right, but removed");
    }
    assertTrue(secret.length > 0);
  }

  @Test
  void a_weak_new_password_tells_nothing_of_the_old_one() {
    bank();
    for (String user : List.of("clerk", "nobody")) {
      for (String password : List.of(PASSWORD, "not the password")) {
        Attempt attempt = new Attempt(user, password, null, "short");
        LoginRefused refusal = assertThrows(LoginRefused.class, () -> logins.enter(attempt));
        assertEquals(Reason.WEAK, refusal.reason(), user + " " + password);
      }
    }
  }

  @Test
  void sessions_that_ended_by_themselves_are_forgotten() {
    Account account = accounts.open(Role.ENTERPRISE, "木工坊", FIRM);
    logins.accept(logins.invite(account.id()), "workshop", PASSWORD);
    enter("workshop", PASSWORD, null);
    Token kept = enter("workshop", PASSWORD, null).token();
    assertEquals(0, sessions.forget());
    now = now.plus(Sessions.IDLE).plusSeconds(1);
    assertEquals(2, sessions.forget());
    assertFalse(sessions.find(kept).isPresent());
  }

  private List<String> workOf(
      List<String> work, String user, String password, @Nullable String renewed) {
    work.clear();
    assertThrows(
        LoginRefused.class, () -> logins.enter(new Attempt(user, password, null, renewed)));
    return List.copyOf(work);
  }

  private byte[] bank() {
    Account account = accounts.open(Role.BANK, "农商行", "上街农商行");
    Enrolment enrolled = logins.accept(logins.invite(account.id()), "clerk", PASSWORD);
    return Base32.decode(enrolled.secret() == null ? "" : enrolled.secret());
  }

  private Sessions.Begun enter(String user, String password, @Nullable String code) {
    return logins.enter(new Attempt(user, password, code, null));
  }

  private LoginRefused refused(Reason reason, String user, String password, @Nullable String code) {
    LoginRefused refusal =
        assertThrows(LoginRefused.class, () -> enter(user, password, code), reason.name());
    assertEquals(reason, refusal.reason());
    return refusal;
  }

  private void accepted(Reason reason, Token code, String user, String password) {
    LoginRefused refusal =
        assertThrows(LoginRefused.class, () -> logins.accept(code, user, password));
    assertEquals(reason, refusal.reason());
  }
}
