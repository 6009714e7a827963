package org.xinyidai.models.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.ListingAction;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.RegistrationChange;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated;
import org.xinyidai.models.standing.Membership.Cause;
import org.xinyidai.models.standing.Membership.Exit;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingTest {
  private static final Uscc FIRM = Uscc.fromStem("92431100MA000001");
  private static final LocalDate ENTERED = LocalDate.of(2023, 3, 1);
  private static final LocalDate LEFT = LocalDate.of(2024, 3, 1);

  @Test
  void an_entry_stands_from_its_day_and_not_before() {
    List<Fact<?>> facts = List.of(listing(ENTERED, ListingAction.ENTERED, "1"));
    assertFalse(isListed(facts, ENTERED.minusDays(1)));
    assertTrue(isListed(facts, ENTERED));
    assertTrue(isListed(facts, ENTERED.plusYears(9)));
  }

  @ParameterizedTest
  @CsvSource({"REPAIRED, REPAIRED", "EXPIRED, EXPIRED", "REVOKED, REVOKED"})
  void a_decision_that_names_the_document_ends_it(ListingAction action, Cause cause) {
    List<Fact<?>> facts =
        List.of(listing(ENTERED, ListingAction.ENTERED, "1"), listing(LEFT, action, "1"));
    assertTrue(isListed(facts, LEFT.minusDays(1)));
    assertEquals(Optional.of(new Exit(LEFT, cause)), only(facts, LEFT).exit());
  }

  @Test
  void a_decision_on_another_document_ends_nothing() {
    List<Fact<?>> facts =
        List.of(
            listing(ENTERED, ListingAction.ENTERED, "1"),
            listing(LEFT, ListingAction.REPAIRED, "2"));
    assertTrue(isListed(facts, LEFT));
  }

  @ParameterizedTest
  @EnumSource(EnterpriseStatus.class)
  void those_who_are_gone_leave_and_a_revoked_licence_alone_does_not(EnterpriseStatus status) {
    List<Fact<?>> facts =
        List.of(listing(ENTERED, ListingAction.ENTERED, "1"), registration(LEFT, status));
    boolean gone =
        switch (status) {
          case DEREGISTERED, MOVED, LIQUIDATING, BANKRUPT -> true;
          case ACTIVE, REVOKED, ABNORMAL -> false;
        };
    assertEquals(!gone, isListed(facts, LEFT));
    assertTrue(isListed(facts, LEFT.minusDays(1)));
    assertEquals(
        gone ? Optional.of(status.name()) : Optional.empty(),
        only(facts, LEFT).exit().map(exit -> exit.cause().name()));
  }

  @Test
  void who_was_gone_before_the_entry_never_stands() {
    List<Fact<?>> facts =
        List.of(
            registration(ENTERED.minusDays(10), EnterpriseStatus.MOVED),
            listing(ENTERED, ListingAction.ENTERED, "1"));
    assertFalse(isListed(facts, ENTERED));
    assertEquals(new Exit(ENTERED, Cause.MOVED), only(facts, ENTERED).exit().orElseThrow());
  }

  @Test
  void entering_again_under_a_new_document_is_a_place_of_its_own() {
    List<Fact<?>> facts =
        List.of(
            listing(ENTERED, ListingAction.ENTERED, "1"),
            listing(LEFT, ListingAction.REPAIRED, "1"),
            listing(LEFT.plusDays(5), ListingAction.ENTERED, "2"));
    Standing standing = Standing.on(LEFT.plusDays(5), history(facts));
    assertEquals(
        List.of(false, true), standing.memberships().stream().map(Membership::stands).toList());
    assertFalse(standing.isOn(CreditListKind.RED));
  }

  @Test
  void a_listing_without_a_legal_basis_is_refused() {
    List<String> row = List.of(FIRM.value(), "2023-03-01", "严重失信主体名单", "列入", "文号1", "", "市发改委");
    Validated<Row> validated = Listing.FEED.validate(row::get, LEFT);
    assertEquals("legalBasis", assertInstanceOf(Validated.Rejected.class, validated).field());
  }

  private static boolean isListed(List<Fact<?>> facts, LocalDate day) {
    return Standing.on(day, history(facts)).isOn(CreditListKind.SERIOUSLY_DISHONEST);
  }

  private static Membership only(List<Fact<?>> facts, LocalDate day) {
    List<Membership> memberships = Standing.on(day, history(facts)).memberships();
    assertEquals(1, memberships.size());
    return memberships.get(0);
  }

  private static History history(List<Fact<?>> facts) {
    return History.knownAt(Instant.EPOCH, FIRM, new ArrayList<>(facts));
  }

  private static Fact<Listing> listing(LocalDate day, ListingAction action, String document) {
    Listing record =
        new Listing(
            FIRM,
            day,
            CreditListKind.SERIOUSLY_DISHONEST,
            action,
            document,
            "市场监督管理严重违法失信名单管理办法第五条",
            "市场监督管理局");
    return new Fact<>(Listing.FEED, record, action + document, 0, Instant.EPOCH);
  }

  private static Fact<MarketRegistration> registration(LocalDate day, EnterpriseStatus status) {
    MarketRegistration record =
        new MarketRegistration(
            FIRM,
            day,
            RegistrationChange.STATUS,
            "永州市鑫源贸易有限公司",
            ENTERED.minusYears(5),
            status,
            "5199",
            "431103",
            SubjectType.FIRM,
            null,
            null,
            null,
            null);
    return new Fact<>(MarketRegistration.FEED, record, "STATUS", 0, Instant.EPOCH);
  }
}
