package org.xinyidai.models.financing.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state by every step and every party, against a table written down a second time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkflowTableTest {
  /** From each state, the steps that can be taken, with who takes them and where they lead. */
  private static final Map<ApplicationState, String> TABLE = new EnumMap<>(ApplicationState.class);

  private static final String ASIDE =
      " LENDER:ASK_DOCUMENTS= ENTERPRISE:INVITE_GUARANTOR= LENDER:INVITE_GUARANTOR="
          + " OFFICE:URGE= ENTERPRISE:WITHDRAW=WITHDRAWN PLATFORM:PASS_OVER=NOT_CHOSEN"
          + " ENTERPRISE:REASSIGN=REASSIGNED OFFICE:REASSIGN=REASSIGNED";

  static {
    TABLE.put(ApplicationState.SUBMITTED, "LENDER:ACCEPT=ACCEPTED LENDER:DECLINE=DECLINED" + ASIDE);
    TABLE.put(
        ApplicationState.ACCEPTED,
        "LENDER:INVESTIGATE=DUE_DILIGENCE LENDER:REFUSE=REFUSED" + ASIDE);
    TABLE.put(ApplicationState.DUE_DILIGENCE, "LENDER:GRANT=GRANTED LENDER:REFUSE=REFUSED" + ASIDE);
    TABLE.put(
        ApplicationState.GRANTED,
        "ENTERPRISE:TAKE_UP=TAKEN_UP ENTERPRISE:WITHDRAW=WITHDRAWN PLATFORM:PASS_OVER=NOT_CHOSEN");
    TABLE.put(ApplicationState.TAKEN_UP, "LENDER:SIGN=CONTRACTED ENTERPRISE:WITHDRAW=WITHDRAWN");
    TABLE.put(ApplicationState.CONTRACTED, "LENDER:DRAW_DOWN=LENT LENDER:SETTLE=SETTLED");
    TABLE.put(
        ApplicationState.LENT,
        "LENDER:REPAY= LENDER:REPORT_OVERDUE=OVERDUE PLATFORM:REFINANCE=SETTLED");
    TABLE.put(ApplicationState.OVERDUE, "LENDER:REPAY=LENT LENDER:REPORT_OVERDUE=");
  }

  @ParameterizedTest
  @EnumSource(ApplicationState.class)
  void from_each_state_the_steps_of_the_table_can_be_taken_and_no_other(ApplicationState state) {
    List<String> taken = new ArrayList<>();
    for (StepKind kind : StepKind.values()) {
      for (Party party : Party.values()) {
        Application before = Samples.in(state);
        Outcome outcome =
            Workflow.take(
                before, Samples.step(kind), Samples.actor(party), Samples.at(Samples.FILED));
        if (outcome instanceof Outcome.Taken done) {
          ApplicationState to = done.application().state();
          taken.add(party + ":" + kind + "=" + (to == state ? "" : to));
        }
      }
    }

    String expected = TABLE.getOrDefault(state, "");
    assertEquals(
        expected.isEmpty() ? "" : sorted(List.of(expected.split(" ", -1))),
        sorted(taken),
        "" + state);
  }

  @ParameterizedTest(name = "{1} by {2} from {0}: {3}")
  @CsvSource({
    "SETTLED, ACCEPT, OFFICE, NOT_YOUR_STEP",
    "SETTLED, ACCEPT, LENDER, ENDED",
    "LENT, ACCEPT, LENDER, NOT_FROM_HERE",
    "SUBMITTED, GRANT, LENDER, NOT_FROM_HERE",
    "SUBMITTED, GRANT, ENTERPRISE, NOT_YOUR_STEP",
    "CONTRACTED, WITHDRAW, ENTERPRISE, NOT_FROM_HERE",
    "SUBMITTED, SUPPLY_DOCUMENTS, ENTERPRISE, NO_DOCUMENTS_OWED",
    "SUBMITTED, GUARANTEE, GUARANTOR, GUARANTEE_ANSWERED",
    "LENT, SETTLE, LENDER, BALANCE_LEFT",
    "LENT, DRAW_DOWN, LENDER, NUMBER_USED",
    "GRANTED, EXPIRE, PLATFORM, NOT_YET",
    "SUBMITTED, EXPIRE, PLATFORM, NOT_YET",
    "SUBMITTED, REMIND, PLATFORM, NOT_YET",
  })
  void a_refusal_names_the_first_obstacle(
      ApplicationState state, StepKind kind, Party party, Obstacle obstacle) {
    assertEquals(obstacle, obstacle(Samples.in(state), Samples.step(kind), party, Samples.FILED));
  }

  @ParameterizedTest
  @EnumSource(ApplicationState.class)
  void what_is_open_to_a_party_says_the_same_as_the_table(ApplicationState state) {
    for (Party party : Party.values()) {
      for (StepKind kind : StepKind.values()) {
        boolean open = Workflow.open(state, party).contains(kind);
        assertEquals(
            open && !Samples.in(state).ended(),
            kind.isBy(party) && kind.isFrom(state),
            state + " " + party + " " + kind);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DenialReason.class)
  void every_reason_has_a_code_words_and_what_can_be_done(DenialReason reason) {
    assertTrue(reason.code().matches("R\\d\\d"));
    assertEquals(reason, DenialReason.ofCode(reason.code()).orElseThrow());
    assertTrue(!reason.words().zh().isBlank() && !reason.words().en().isBlank());
    assertTrue(!reason.advice().zh().isBlank() && !reason.advice().en().isBlank());
  }

  static Obstacle obstacle(Application application, Step step, Party party, LocalDate day) {
    Outcome outcome = Workflow.take(application, step, Samples.actor(party), Samples.at(day));
    return ((Outcome.Refused) outcome).fault().obstacle();
  }

  private static String sorted(List<String> steps) {
    return steps.stream().sorted().collect(Collectors.joining(" "));
  }
}
