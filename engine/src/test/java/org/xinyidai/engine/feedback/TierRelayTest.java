package org.xinyidai.engine.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feedback.NodeFailure.Category;
import org.xinyidai.connectors.feedback.RecordAnswer.Verdict;

/** Every result gets through whatever a node does, under the same number and id, and once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TierRelayTest {
  @TempDir Path folder;
  private RelayRig rig;

  @BeforeEach
  void open() {
    rig = new RelayRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_node_that_is_well_is_told_of_every_result_once_and_the_ledger_says_so() {
    SomeResults.put(rig.platform.store(), 0, 1_050);
    rig.run();
    assertEquals(1_050, rig.node.held(rig.today()).size());
    assertEquals(11, rig.node.sent.size());
    assertEquals(RelayRig.line(1_050, RelayRig.accepted(1_050)), rig.line());
    assertEquals(0, rig.feedback.ledger().waiting(Tier.REGIONAL));
    assertEquals(100.0, rig.line().completePercent());
  }

  @Test
  void after_a_start_the_batch_without_an_answer_goes_again_under_its_number_and_to_the_byte() {
    SomeResults.put(rig.platform.store(), 0, 250);
    rig.node.answering(batch -> Optional.of(ScriptedNode.failing(Category.UNKNOWN, "BROKEN_OFF")));
    rig.relay.turn();
    List<ScriptedNode.Sent> before = List.copyOf(rig.node.sent);
    assertEquals(3, before.size());
    SomeResults.put(rig.platform.store(), 250, 260);
    rig.node.well();
    rig.relay = rig.begin();
    rig.run();
    assertEquals(before, rig.node.sent.subList(3, 6));
    assertEquals(260, rig.line().tally().accepted());
  }

  @Test
  void a_record_of_which_the_node_says_nothing_is_asked_for_again_alone_under_its_id() {
    SomeResults.put(rig.platform.store(), 0, 100);
    String id = SomeResults.id(42);
    rig.node.answering(
        batch ->
            rig.node.sent.size() > 1
                ? Optional.empty()
                : Optional.of(rig.node.butFor(batch, id, Verdict.UNKNOWN, "ANSWER_MISSING")));
    rig.run();
    assertEquals(2, rig.node.sent.size());
    assertEquals(List.of(id), rig.node.sent.get(1).ids());
    assertEquals(RelayRig.line(100, RelayRig.accepted(100)), rig.line());
  }

  @Test
  void a_record_of_which_the_node_never_speaks_is_set_aside_for_a_person() {
    SomeResults.put(rig.platform.store(), 0, 10);
    SomeResults.put(rig.platform.store(), 10, 11);
    String id = SomeResults.id(3);
    // Another record goes along each time, so that the answer as a whole says something.
    rig.node.answering(
        batch -> {
          int next = 100 + rig.node.sent.size();
          SomeResults.put(rig.platform.store(), next, next + 1);
          return Optional.of(rig.node.butFor(batch, id, Verdict.UNKNOWN, "ANSWER_MISSING"));
        });
    for (int i = 0; i < 200 && rig.state(3).standing() != Standing.SET_ASIDE; i++) {
      rig.clock.to(rig.relay.turn());
    }
    assertEquals(Settler.NO_ANSWER, rig.state(3).code());
    assertEquals(1, rig.line().tally().setAside());
  }

  @Test
  void a_record_with_which_no_batch_gets_through_is_found_by_halves_and_set_aside_alone() {
    SomeResults.put(rig.platform.store(), 0, 1_000);
    String poison = SomeResults.id(537);
    rig.node.answering(
        batch ->
            batch.ids().contains(poison)
                ? Optional.of(ScriptedNode.failing(Category.UNKNOWN, "HTTP_500"))
                : Optional.empty());
    rig.run();
    assertEquals(Settler.NOT_TAKEN, rig.state(537).code());
    assertEquals(RelayRig.line(1_000, new Tally(999, 999, 0, 999, 0, 0, 1, Map.of())), rig.line());
    assertFalse(rig.node.held(rig.today()).contains(poison));
  }

  @Test
  void what_does_not_conform_is_set_aside_with_its_reason_and_holds_nobody_up() {
    SomeResults.put(rig.platform.store(), 0, 50);
    SomeResults.put(rig.platform.store(), 50, "");
    SomeResults.put(rig.platform.store(), 51, 100);
    rig.run();
    RecordState aside = rig.state(50);
    assertEquals(Standing.SET_ASIDE, aside.standing());
    assertTrue(aside.reason().contains("enterprise.name"), aside.reason());
    assertEquals(RelayRig.line(100, new Tally(99, 99, 0, 99, 0, 0, 1, Map.of())), rig.line());
  }

  @Test
  void a_node_that_is_away_is_left_alone_and_nothing_is_blamed_on_the_records() {
    SomeResults.put(rig.platform.store(), 0, 2_000);
    rig.node.answering(batch -> Optional.of(ScriptedNode.failing(Category.TRY_AGAIN, "CONNECT")));
    rig.node.lists("probe", "");
    Instant begin = rig.now();
    int turns = 0;
    while (rig.now().isBefore(begin.plus(Duration.ofHours(2))) && turns++ < 20_000) {
      rig.clock.to(rig.relay.turn());
    }
    // Each pause lets one through: never more than one try in half a minute.
    assertTrue(rig.node.sent.size() < 5 + 2 * 120, "tries: " + rig.node.sent.size());
    assertEquals("CONNECT", rig.relay.trouble());
    rig.node.well();
    rig.run();
    assertEquals(2_000, rig.line().tally().accepted());
    assertEquals(0, rig.line().tally().setAside());
  }

  @Test
  void rejected_records_wait_for_people_by_their_code() {
    SomeResults.put(rig.platform.store(), 0, 20);
    String id = SomeResults.id(7);
    rig.node.answering(
        batch -> Optional.of(rig.node.butFor(batch, id, Verdict.REJECTED, "AMOUNTS_DISAGREE")));
    rig.run();
    assertEquals(Map.of("AMOUNTS_DISAGREE", 1L), rig.line().tally().rejectedBy());
    assertEquals("grant.amountFen 金额不符", rig.state(7).reason());
    List<Recorded> waiting =
        rig.feedback.records().waiting(Tier.REGIONAL, scope -> true, "", 10).records();
    assertEquals(List.of(id), waiting.stream().map(one -> one.held().entry().id()).toList());
  }

  @Test
  void a_number_that_the_node_knows_otherwise_is_left_behind() {
    SomeResults.put(rig.platform.store(), 0, 100);
    Set<String> taken = new HashSet<>();
    rig.node.answering(
        batch ->
            batch.envelope().header().sequence() < 5 && taken.add(batch.number())
                ? Optional.of(ScriptedNode.failing(Category.REFUSED, "NUMBER_REUSED"))
                : Optional.empty());
    rig.run();
    assertEquals(100, rig.line().tally().accepted());
    SomeResults.put(rig.platform.store(), 100, 110);
    rig.run();
    assertEquals(110, rig.line().tally().accepted());
  }

  @Test
  void an_answer_after_the_next_working_day_is_late() {
    SomeResults.put(rig.platform.store(), 0, 1);
    // Filed on a Thursday, so Friday is in time and the Monday behind it is not.
    rig.clock.pass(Duration.ofDays(4));
    SomeResults.put(rig.platform.store(), 1, 2);
    rig.run();
    assertEquals(RelayRig.line(2, new Tally(2, 1, 1, 2, 0, 0, 0, Map.of())), rig.line());
    assertEquals(50.0, rig.line().timelyPercent());
  }
}
