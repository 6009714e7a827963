package org.xinyidai.engine.lending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Organisation;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.lending.Tending.Tended;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.PlainStep;
import org.xinyidai.models.financing.application.ReminderLevel;
import org.xinyidai.models.financing.application.StepKind;

/** Lenders are reminded level by level, each once, and the office hears of what is late. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TendingTest {
  private static final String OFFICE = "市融资办";

  /** A Monday in a time without holidays. */
  private static final Instant FILED = Instant.parse("2024-07-01T02:00:00Z");

  private static final LocalDate DAY = LocalDate.of(2024, 7, 1);

  @TempDir Path folder;
  private Platform platform;
  private Accounts accounts;
  private Organisations organisations;
  private Loans loans;

  @BeforeEach
  void open() {
    platform = Platform.open(folder, () -> FILED);
    accounts = new Accounts(platform.store(), new SecureRandom());
    organisations = new Organisations(platform.store(), new SecureRandom());
    accounts.issue(Role.OFFICE, "office", OFFICE);
    loans = Loans.of(platform, accounts);
    platform.store().execute(changes -> Filed.file(loans.desk(), changes, 1));
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void each_level_is_reminded_once_and_past_the_term_the_office_and_the_enterprise_hear_of_it() {
    assertEquals(Map.of(), tend(5).reminded());
    assertEquals(Map.of(ReminderLevel.OFFICER, 1L), tend(7).reminded());
    assertEquals(Map.of(), tend(7).reminded(), "once");
    assertEquals(Map.of(ReminderLevel.BRANCH_HEAD, 1L), tend(10).reminded());
    assertEquals(Map.of(ReminderLevel.LENDER_HEAD, 1L), tend(14).reminded());
    assertEquals(List.of(), reminders(OFFICE));
    assertEquals(Map.of(ReminderLevel.OFFICE, 1L), tend(15).reminded());
    assertEquals(Map.of(), tend(60).reminded());

    assertEquals(4, reminders(Filed.BANK).size());
    assertEquals(1, reminders(OFFICE).size());
    assertEquals(1, reminders(Filed.FIRM.value()).size());
    assertTrue(reminders(OFFICE).get(0).contains("主管部门"));
    assertEquals(4, held().history().size(), "and stands in the history");
  }

  @Test
  void the_branch_that_holds_it_is_reminded_first_then_its_head_then_the_offices_of_its_district() {
    Organisation head = add(Organisation.Kind.BANK, Filed.BANK, null, null);
    Organisation near = add(Organisation.Kind.BANK, "城中支行", head.id(), "350100");
    Organisation far = add(Organisation.Kind.BANK, "厦门支行", head.id(), "350200");
    Organisation office = add(Organisation.Kind.OFFICE, "总办", null, null);
    for (Organisation one :
        List.of(
            head,
            near,
            far,
            add(Organisation.Kind.OFFICE, "福州办", office.id(), "350100"),
            add(Organisation.Kind.OFFICE, "厦门办", office.id(), "350200"))) {
      accounts.issue("某人", organisations.standing(one));
    }
    tend(7);
    tend(10);
    assertEquals(2, reminders(near.id()).size(), "nobody has taken it up: the nearest holds it");
    assertEquals(List.of(), reminders(head.id()));
    assertEquals(List.of(), reminders(Filed.BANK));

    Actor farOfficer = new Actor(Party.LENDER, Filed.BANK, far.id());
    take(new PlainStep(StepKind.ACCEPT, ""), farOfficer);
    tend(14);
    assertEquals(1, reminders(far.id()).size(), "and now the one that took it up");
    assertEquals(1, reminders(head.id()).size());
    assertEquals(2, reminders(near.id()).size());
    tend(15);
    assertEquals(1, reminders(Filed.BANK).size(), "past the term all of the lender hear of it");
    assertEquals(1, reminders("福州办").size());
    assertEquals(1, reminders(OFFICE).size());
    assertEquals(List.of(), reminders("厦门办"), "not its district");
  }

  private Organisation add(
      Organisation.Kind kind, String name, @Nullable String parent, @Nullable String division) {
    Organisation fresh = organisations.prepare(kind, name, parent, division);
    return platform.store().execute(changes -> organisations.put(changes, fresh));
  }

  @Test
  void after_a_pause_of_the_platform_the_highest_level_alone_is_told() {
    assertEquals(Map.of(ReminderLevel.OFFICE, 1L), tend(40).reminded());
    assertEquals(1, reminders(Filed.BANK).size());
  }

  @Test
  void while_documents_are_owed_nobody_is_reminded_and_after_a_month_it_lapses() {
    take(new PlainStep(StepKind.ASK_DOCUMENTS, "审计报告"));
    assertEquals(Map.of(), tend(25).reminded());
    assertEquals(0, tend(30).expired());
    assertEquals(1, tend(31).expired());
    assertEquals(ApplicationState.EXPIRED, held().state());
    assertEquals(0, tend(31).looked(), "nothing is left to watch");
  }

  @Test
  void a_decided_application_is_not_reminded_and_a_grant_that_nobody_signs_lapses() {
    for (int i = 0; i < 3; i++) {
      platform.store().execute(changes -> Filed.next(loans.desk(), changes, held()));
    }
    assertEquals(Map.of(), tend(29).reminded());
    assertEquals(1, tend(31).expired());
    assertEquals(ApplicationState.EXPIRED, held().state());
  }

  @Test
  void what_is_late_is_found_by_lists_and_counts() {
    LocalDate late = DAY.plusDays(15);
    assertEquals(0, loans.applications().all(m -> m.overdue(DAY), "", 10).applications().size());
    assertEquals(1, loans.applications().all(m -> m.overdue(late), "", 10).applications().size());
    assertEquals(1, Funnel.of(loans.applications(), mark -> true, late).overdue());
    assertTrue(tend(3_000).beyondCalendar());
  }

  private Tended tend(int daysAfter) {
    return loans.tending().tend(DAY.plusDays(daysAfter));
  }

  private Application held() {
    return loans.applications().find(Filed.id(1)).orElseThrow();
  }

  private void take(PlainStep step) {
    take(step, Filed.by(step.kind()));
  }

  private void take(PlainStep step, Actor actor) {
    platform
        .store()
        .execute(changes -> loans.desk().take(changes, Filed.id(1), step, actor).orElseThrow());
  }

  private List<String> reminders(String organisation) {
    return platform.notices().page(organisation, "", 100).stream()
        .map(Notices.Held::notice)
        .filter(notice -> notice.kind() == Notice.Kind.APPLICATION_REMINDER)
        .map(notice -> notice.words().zh())
        .toList();
  }
}
