package org.xinyidai.engine.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinyidai.engine.identity.TokenWish.Fault;
import org.xinyidai.engine.identity.TokenWish.Faulty;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

  @ParameterizedTest
  @EnumSource(Operation.class)
  void a_whole_grant_allows_everything_and_a_narrow_one_what_it_names(Operation operation) {
    Grant narrow = Grant.of(List.of(new Scope(Operation.GET_BATCH, "")), null);

    assertTrue(Grant.WHOLE.allows(operation, ""));
    assertEquals(operation == Operation.GET_BATCH, narrow.allows(operation, ""));
  }

  @Test
  void a_feed_narrows_further() {
    Scope scope = Scope.parse("postRecords:tax_rating").orElseThrow();
    Grant grant = Grant.of(List.of(scope), null);

    assertEquals("postRecords:tax_rating", scope.text());
    assertTrue(grant.allows(Operation.POST_RECORDS, "tax_rating"));
    assertFalse(grant.allows(Operation.POST_RECORDS, "penalty"));
    assertFalse(grant.allows(Operation.POST_RECORDS, ""));
  }

  @Test
  void what_is_no_scope_is_none() {
    for (String text : List.of("", ":", "nothing", "getBatch:tax_rating", "postRecords:nothing")) {
      assertEquals(Optional.empty(), Scope.parse(text), text);
    }
    assertThrows(
        IllegalArgumentException.class, () -> new Scope(Operation.GET_BATCH, "tax_rating"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Grant(true, List.of(new Scope(Operation.GET_BATCH, "")), null));
  }

  @Test
  void a_token_holds_to_the_end_of_its_last_day_in_china() {
    Grant grant = new TokenWish(List.of(), LocalDate.of(2026, 11, 22)).grant();

    assertEquals(Optional.of(Instant.parse("2026-11-22T16:00:00Z")), grant.end());
    assertFalse(grant.isOver(Instant.parse("2026-11-22T15:59:59Z")));
    assertTrue(grant.isOver(Instant.parse("2026-11-22T16:00:00Z")));
    assertFalse(Grant.WHOLE.isOver(Instant.MAX));
  }

  @Test
  void a_wish_is_refused_for_what_is_wrong_with_it() {
    assertEquals(Optional.empty(), fault(List.of("getBatch"), "2027-11-23"));
    assertEquals(
        Optional.of(new Faulty(Fault.SCOPE_UNKNOWN, "x")), fault(List.of("x"), "2020-01-01"));
    assertEquals(
        Optional.of(new Faulty(Fault.SCOPE_OF_ANOTHER_ROLE, "listAudit")),
        fault(List.of("listAudit"), "2027-01-01"));
    assertEquals(
        Optional.of(new Faulty(Fault.DAY_PASSED, "")), fault(List.of("getBatch"), "2026-11-21"));
    assertEquals(
        Optional.of(new Faulty(Fault.DAY_TOO_FAR, "")), fault(List.of("getBatch"), "2027-11-24"));
  }

  /** A newer version may have left scopes behind that this one does not know. */
  @Test
  void of_scopes_that_nobody_knows_nothing_is_granted() {
    String stored = "{\"account\":\"a\",\"scopes\":[\"fromTheFuture\"],\"endsAt\":null}";
    Grant grant = Tokens.Stored.of(stored.getBytes(StandardCharsets.UTF_8)).grant();

    for (Operation operation : Operation.values()) {
      assertFalse(grant.allows(operation, ""), operation.id());
    }
    assertTrue(Tokens.Stored.of("a1".getBytes(StandardCharsets.UTF_8)).grant().whole());
  }

  private static Optional<Faulty> fault(List<String> scopes, String day) {
    return new TokenWish(scopes, LocalDate.parse(day)).fault(Role.SOURCE, NOON);
  }
}
