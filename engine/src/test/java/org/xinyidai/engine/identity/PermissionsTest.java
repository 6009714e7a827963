package org.xinyidai.engine.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PermissionsTest {
  private static final String USCC = "91350100M000100Y43";
  private static final String OTHER_USCC = "91440300708461136T";

  @ParameterizedTest
  @EnumSource(Operation.class)
  void every_operation_has_a_rule_that_lets_someone_in(Operation operation) {
    Rule rule = Permissions.of(operation).orElseThrow();

    boolean someRole = false;
    for (Role role : Role.values()) {
      someRole |= rule.reach(role) != Reach.NONE;
    }
    assertTrue(rule.isOpen() || someRole);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void health_the_entrances_and_the_check_of_a_report_alone_are_open_to_all(Operation operation) {
    boolean open =
        operation == Operation.GET_HEALTH
            || operation == Operation.GET_LIVENESS
            || operation == Operation.GET_READINESS
            || operation == Operation.POST_SESSION
            || operation == Operation.LIST_PROVIDERS
            || operation == Operation.POST_PROVIDER_SESSION
            || operation == Operation.GET_PROVIDER_CALLBACK
            || operation == Operation.LOOK_UP_CREDIT_REPORT
            || operation == Operation.CHECK_CREDIT_REPORT
            || operation == Operation.ACCEPT_INVITATION;
    assertEquals(open, Permissions.of(operation).orElseThrow().isOpen());
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "POST_RECORDS, SOURCE, OWN",
    "POST_RECORDS, ENTERPRISE, NONE",
    "POST_RECORDS, BANK, NONE",
    "POST_RECORDS, OFFICE, NONE",
    "POST_RECORDS, ADMIN, NONE",
    "GET_REJECTIONS, SOURCE, OWN",
    "GET_REJECTIONS, ADMIN, NONE",
    "GET_SCORE, ENTERPRISE, OWN",
    "GET_SCORE, OFFICE, ALL",
    "GET_SCORE, BANK, CONSENTED",
    "GET_SCORE, SOURCE, NONE",
    "GET_SCORE, ADMIN, NONE",
    "GET_FEATURES, BANK, CONSENTED",
    "GET_ENTERPRISE, BANK, CONSENTED",
    "POST_DEMAND, ENTERPRISE, OWN",
    "POST_DEMAND, OFFICE, NONE",
    "GET_MATCHES, BANK, NONE",
    "GET_STORED_SCORE, BANK, OWN",
    "GET_STORED_SCORE, ENTERPRISE, OWN",
    "GET_STORED_SCORE, ADMIN, NONE",
    "REPLAY_SCORE, AUDITOR, ALL",
    "REPLAY_SCORE, ENTERPRISE, NONE",
    "SHARE_SCORE, ENTERPRISE, OWN",
    "SHARE_SCORE, OFFICE, NONE",
    "LIST_FACTS, ENTERPRISE, OWN",
    "LIST_FACTS, BANK, CONSENTED",
    "POST_CASE, ENTERPRISE, OWN",
    "POST_CASE, OFFICE, NONE",
    "POST_CASE_STEP, OFFICE, ALL",
    "POST_CASE_STEP, AUDITOR, NONE",
    "LIST_NOTICES, BANK, OWN",
    "LIST_NOTICES, OFFICE, OWN",
    "LIST_CREDIT_LISTS, BANK, NONE",
    "LIST_PRODUCTS, BANK, OWN",
    "LIST_PRODUCTS, ENTERPRISE, ALL",
    "POST_PRODUCT, BANK, NONE",
    "POST_PRODUCT, ADMIN, ALL",
    "PUBLISH_PRODUCT_DRAFT, BANK, OWN",
    "PUBLISH_PRODUCT_DRAFT, ADMIN, NONE",
    "LIST_PRODUCT_DRAFTS, OFFICE, NONE",
    "POST_POLICY_TOOL, OFFICE, ALL",
    "POST_POLICY_TOOL, BANK, NONE",
    "GET_MATCH_DAY, BANK, NONE",
    "REVISE_DEMAND, OFFICE, NONE",
    "POST_PRODUCT, ENTERPRISE, NONE",
    "LIST_AUDIT, AUDITOR, ALL",
    "LIST_AUDIT, OFFICE, NONE",
    "LIST_AUDIT, ADMIN, NONE",
    "LIST_AUDIT, SECURITY, NONE",
    "POST_BACKUP, ADMIN, ALL",
    "POST_BACKUP, SECURITY, NONE",
    "ROTATE_KEYS, SECURITY, ALL",
    "ROTATE_KEYS, ADMIN, NONE",
    "POST_INVITATION, SECURITY, ALL",
    "POST_INVITATION, ADMIN, NONE",
    "POST_CONSENT, ENTERPRISE, OWN",
    "POST_CONSENT, BANK, NONE",
    "POST_APPLICATION, ENTERPRISE, OWN",
    "POST_APPLICATION, OFFICE, NONE",
    "GET_APPLICATION, BANK, OWN",
    "GET_APPLICATION, ADMIN, NONE",
    "POST_APPLICATION_STEP, OFFICE, ALL",
    "POST_APPLICATION_STEP, AUDITOR, NONE",
    "GET_APPLICATION_SUMMARY, OFFICE, ALL",
    "GET_APPLICATION_SUMMARY, BANK, NONE",
    "GET_FUNNEL, BANK, OWN",
    "GET_FUNNEL, AUDITOR, ALL",
    "GET_FUNNEL, ENTERPRISE, NONE",
    "POST_FILING, OFFICE, ALL",
    "POST_FILING, AUDITOR, NONE",
    "GET_ASSESSMENT, OFFICE, ALL",
    "GET_ASSESSMENT, AUDITOR, ALL",
    "GET_ASSESSMENT, BANK, NONE",
    "POST_TARGET_FIGURE, OFFICE, ALL",
    "POST_TARGET_FIGURE, AUDITOR, NONE",
    "GET_METRICS, ADMIN, ALL",
    "GET_METRICS, OFFICE, NONE",
  })
  void a_role_reaches_as_far_as_the_table_says(Operation operation, Role role, Reach reach) {
    assertEquals(reach, Permissions.of(operation).orElseThrow().reach(role));
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void the_office_of_a_district_reaches_what_its_rule_says_and_never_further(Operation operation) {
    Rule rule = Permissions.of(operation).orElseThrow();
    Account city = new Account("1", Role.OFFICE, "name", "市金融办");
    Account district = new Account("2", Role.OFFICE, "name", "区金融办", new Seat("o-1", "350104"));

    assertEquals(rule.reach(Role.OFFICE), Permissions.access(city, operation).reach());
    assertEquals(rule.ofDistricts(), Permissions.access(district, operation).reach());
    assertTrue(rule.ofDistricts().compareTo(rule.reach(Role.OFFICE)) <= 0, operation.id());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "GET_ENTERPRISE, DISTRICT",
    "GET_SCORE, DISTRICT",
    "GET_DEMAND, DISTRICT",
    "LIST_CASES, DISTRICT",
    "LIST_WARNINGS, DISTRICT",
    "LIST_CREDIT_LISTS, DISTRICT",
    "LIST_VERIFICATIONS, DISTRICT",
    "GET_FUNNEL, DISTRICT",
    "GET_OFFICE_REPORT, DISTRICT",
    "POST_FILING, NONE",
    "LIST_FILINGS, ALL",
    "GET_ASSESSMENT, DISTRICT",
    "POST_TARGET_FIGURE, DISTRICT",
    "LIST_NOTICES, OWN",
    "LIST_PRODUCTS, ALL",
    "POST_MODEL_STATUS, NONE",
    "GET_REJECTIONS, NONE",
    "POST_TRAINING_SET, NONE",
    "LIST_RESOLUTIONS, NONE",
  })
  void a_district_reaches_as_far_as_the_table_says(Operation operation, Reach reach) {
    assertEquals(reach, Permissions.of(operation).orElseThrow().ofDistricts());
  }

  @Test
  void the_office_of_a_district_covers_what_lies_there_and_nothing_else() {
    Account district = new Account("2", Role.OFFICE, "name", "区金融办", new Seat("o-1", "350104"));
    Access access =
        Permissions.access(district, Operation.GET_SCORE)
            .placedBy(
                (owner, where) -> owner.equals(USCC) && where.divisionCode().equals("350104"));

    assertTrue(access.covers(USCC));
    assertFalse(access.covers(OTHER_USCC));
    assertFalse(Permissions.access(district, Operation.GET_SCORE).covers(USCC));
  }

  @Test
  void an_enterprise_covers_itself_and_no_other() {
    Account account = new Account("1", Role.ENTERPRISE, "name", USCC);
    Access access = Permissions.access(account, Operation.GET_SCORE);

    assertTrue(access.covers(USCC));
    assertFalse(access.covers(OTHER_USCC));
  }

  @Test
  void a_lender_covers_those_who_consented_and_no_other_not_even_by_its_own_name() {
    Account bank = new Account("1", Role.BANK, "name", USCC);
    Access access = Permissions.access(bank, Operation.GET_SCORE);

    assertFalse(access.covers(USCC));
    assertTrue(access.with((reader, owner) -> owner.equals(OTHER_USCC)).covers(OTHER_USCC));
    assertFalse(access.with((reader, owner) -> owner.equals(OTHER_USCC)).covers(USCC));
  }

  @Test
  void a_role_that_is_not_named_covers_nothing_not_even_its_own() {
    Account source = new Account("1", Role.SOURCE, "name", USCC);

    assertFalse(Permissions.access(source, Operation.GET_SCORE).covers(USCC));
  }
}
