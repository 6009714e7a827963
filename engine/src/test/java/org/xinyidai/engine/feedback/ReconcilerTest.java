package org.xinyidai.engine.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feedback.NodeFailure;
import org.xinyidai.engine.feedback.Difference.Kind;

/**
 * The list of a day shows what a node lost, what it holds otherwise, and what nobody here knows.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconcilerTest {
  private static final String STRANGE = "f".repeat(64);

  @TempDir Path folder;
  private RelayRig rig;
  private LocalDate day = LocalDate.EPOCH;

  @BeforeEach
  void open() {
    rig = new RelayRig(folder);
    SomeResults.put(rig.platform.store(), 0, 1_200);
    rig.run();
    day = rig.today();
    rig.clock.pass(Duration.ofDays(1));
    SomeResults.put(rig.platform.store(), 2_000, 2_010);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_day_on_which_both_sides_agree_has_no_differences() throws NodeFailure {
    Reconciliation done = compare();
    assertEquals(List.of(1_200L, 1_200L, 0L, 0L), figures(done));
    assertEquals(Optional.of(done), rig.feedback.reconciler().find(Tier.REGIONAL, day));
  }

  @Test
  void what_the_node_lost_goes_again_and_stands_in_the_list_afterwards() throws NodeFailure {
    rig.node.lists(SomeResults.id(11), "");
    assertEquals(List.of(1_199L, 1_199L, 1L, 0L), figures(compare()));
    assertEquals(Standing.WAITING, rig.state(11).standing());
    rig.run();
    assertEquals(Standing.ACCEPTED, rig.state(11).standing());
    assertTrue(
        rig.node.sent.stream().filter(one -> one.ids().contains(SomeResults.id(11))).count() == 2);
    assertEquals(List.of(), rig.feedback.reconciler().open(Tier.REGIONAL, 10));
  }

  @Test
  void other_content_and_results_that_nobody_knows_wait_for_people_until_closed()
      throws NodeFailure {
    rig.node.lists(SomeResults.id(12), STRANGE);
    rig.node.lists("b-000001.1", STRANGE);
    assertEquals(List.of(1_201L, 1_199L, 0L, 2L), figures(compare()));
    List<Difference> open = rig.feedback.reconciler().open(Tier.REGIONAL, 10);
    assertEquals(
        List.of(Kind.OTHER_CONTENT, Kind.MISSING_HERE),
        open.stream().map(Difference::kind).toList());
    assertTrue(settle("b-000001.1"));
    assertFalse(settle("b-000001.1"));
    assertEquals(1, rig.feedback.reconciler().open(Tier.REGIONAL, 10).size());
    compare();
    assertEquals(
        1, rig.feedback.reconciler().open(Tier.REGIONAL, 10).size(), "closed once is closed");
  }

  @Test
  void yesterday_is_compared_once_without_anyones_doing() {
    rig.feedback.reconciler().ifDue(rig.link, rig.now());
    Optional<Reconciliation> first = rig.feedback.reconciler().find(Tier.REGIONAL, day);
    assertEquals(1_200, first.orElseThrow().equal());
    rig.clock.pass(Duration.ofHours(1));
    rig.feedback.reconciler().ifDue(rig.link, rig.now());
    assertEquals(first, rig.feedback.reconciler().find(Tier.REGIONAL, day));
  }

  private boolean settle(String id) {
    return rig.platform
        .store()
        .execute(changes -> rig.feedback.reconciler().settle(changes, Tier.REGIONAL, id, "已与节点核对"));
  }

  private Reconciliation compare() throws NodeFailure {
    return rig.feedback.reconciler().compare(rig.link, day);
  }

  private static List<Long> figures(Reconciliation done) {
    return List.of(done.there(), done.equal(), done.resent(), done.differences());
  }
}
