package org.xinyidai.engine.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.supervision.FunnelDimension;
import org.xinyidai.engine.supervision.FunnelLine;
import org.xinyidai.engine.supervision.FunnelStage;
import org.xinyidai.engine.supervision.FunnelTable;
import org.xinyidai.engine.supervision.MarketFunnel;
import org.xinyidai.engine.supervision.MarketFunnel.Scope;
import org.xinyidai.engine.supervision.OverdueTask;
import org.xinyidai.engine.supervision.StateStay;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.subject.Region;

/** The market from registration to draw-down, whole, by part, and on an earlier day. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MarketFunnelTest {
  @TempDir Path folder;
  private SmallMarket market;

  @BeforeEach
  void open() {
    market = new SmallMarket(folder).filled();
  }

  @AfterEach
  void close() {
    market.close();
  }

  @Test
  void each_stage_counts_enterprises_and_says_how_many_came_from_the_one_before() {
    FunnelLine total = of(SmallMarket.END, Scope.ALL).total();

    assertEquals(
        "registered 3/3, verified 1/1, matched 1/1, applied 2/1, granted 1/1, drawn 1/1,"
            + " repaid 0/0",
        stages(total));
    assertEquals(3, total.lending().applications());
    assertEquals(10_000_000L, total.lending().drawnFen());
    assertEquals(OptionalDouble.of(1), total.lending().firstLoanShare());
    assertEquals(OptionalDouble.of(1), total.lending().unsecuredShare());
  }

  @Test
  void on_an_earlier_day_later_steps_did_not_happen_yet() {
    FunnelLine total = of(LocalDate.of(2026, 10, 13), Scope.ALL).total();

    assertEquals(
        "registered 3/3, verified 1/1, matched 1/1, applied 2/1, granted 0/0, drawn 0/0,"
            + " repaid 0/0",
        stages(total));
    FunnelLine before = of(LocalDate.of(2026, 10, 11), Scope.ALL).total();
    assertEquals(0, before.lending().applications());
    assertEquals(Optional.of(0L), before.reached(FunnelStage.REGISTERED));
  }

  @Test
  void groups_add_up_to_the_total_and_an_enterprise_of_two_lenders_counts_with_both() {
    MarketFunnel funnel = of(SmallMarket.END, Scope.ALL);

    for (FunnelDimension dimension : FunnelDimension.values()) {
      long applications =
          funnel.by(dimension).stream().mapToLong(one -> one.lending().applications()).sum();
      assertEquals(3, applications, dimension.code());
    }
    assertEquals(
        List.of("110000", "350100", "440300"),
        funnel.by(FunnelDimension.DISTRICT).stream().map(FunnelLine::key).toList());
    List<String> lenders =
        funnel.by(FunnelDimension.LENDER).stream()
            .map(line -> line.key() + " " + stages(line))
            .toList();
    assertEquals(
        List.of(
            SmallMarket.ICBC + " applied 2/2, granted 0/0, drawn 0/0, repaid 0/0",
            SmallMarket.ABC + " applied 1/1, granted 1/1, drawn 1/1, repaid 0/0"),
        lenders);
  }

  @Test
  void a_lender_sees_its_own_and_nothing_of_who_never_came_to_it() {
    MarketFunnel own = of(SmallMarket.END, new Scope(null, SmallMarket.ABC));

    assertEquals("applied 1/1, granted 1/1, drawn 1/1, repaid 0/0", stages(own.total()));
    assertEquals(1, own.by(FunnelDimension.LENDER).size());
    assertEquals(1, own.by(FunnelDimension.DISTRICT).size());
    assertEquals(List.of(), own.refusals());
  }

  @Test
  void the_office_of_a_district_sees_its_enterprises_alone() {
    MarketFunnel own = of(SmallMarket.END, new Scope(new Region("440300"), ""));

    assertEquals(
        "registered 1/1, verified 0/0, matched 0/0, applied 1/0, granted 0/0, drawn 0/0,"
            + " repaid 0/0",
        stages(own.total()));
    assertEquals(1, own.refusals().size());
  }

  @Test
  void times_and_reasons_are_those_of_the_steps() {
    MarketFunnel funnel = of(SmallMarket.END, Scope.ALL);

    StateStay submitted = stay(funnel, ApplicationState.SUBMITTED);
    assertEquals(3, submitted.left());
    assertEquals(Duration.ofDays(1).toMinutes(), submitted.medianMinutes());
    assertEquals(Duration.ofDays(3).toMinutes(), submitted.p90Minutes());
    assertEquals(2, stay(funnel, ApplicationState.ACCEPTED).left());
    assertEquals(1, stay(funnel, ApplicationState.LENT).there());
    assertEquals(
        List.of("R06 0/1", "R13 1/0"),
        funnel.refusals().stream()
            .map(one -> one.reason().code() + " " + one.declined() + "/" + one.refused())
            .sorted()
            .toList());
    assertTrue(funnel.refusals().stream().anyMatch(one -> one.reason() == DenialReason.DEBT_HIGH));
  }

  @Test
  void a_lender_that_lets_its_time_pass_is_named_with_the_oldest_day() {
    market.file(SmallMarket.THIRD, SmallMarket.ABC, 9, true);
    market.later(Duration.ofDays(30));

    List<OverdueTask> tasks = market.office.overdue().of(market.loans.today(), Scope.ALL);

    assertEquals(1, tasks.size());
    assertEquals(SmallMarket.ABC, tasks.get(0).who());
    assertEquals(1, tasks.get(0).count());
    assertEquals(LocalDate.of(2026, 10, 29), tasks.get(0).dueOn());
    Scope other = new Scope(null, SmallMarket.ICBC);
    assertEquals(List.of(), market.office.overdue().of(market.loans.today(), other));
  }

  @Test
  void the_table_holds_what_the_lines_say_and_leaves_empty_what_cannot_be_told() {
    MarketFunnel funnel = of(SmallMarket.END, Scope.ALL);
    List<List<Object>> rows = FunnelTable.of(funnel).rows();

    assertEquals(
        List.of("total", "total", "合计", 3L, 1L, 1L, 2L, 1L, 1L, 0L), rows.get(0).subList(0, 10));
    List<Object> lender =
        rows.stream().filter(row -> row.get(1).equals(SmallMarket.ABC)).findFirst().orElseThrow();
    assertEquals("", lender.get(3), "registered cannot be told of a lender");
    assertEquals(
        Optional.empty(), funnel.by(FunnelDimension.LENDER).get(0).reached(FunnelStage.REGISTERED));
  }

  private MarketFunnel of(LocalDate asOf, Scope scope) {
    return market.office.funnel().of(asOf, scope);
  }

  private static StateStay stay(MarketFunnel funnel, ApplicationState state) {
    return funnel.stays().stream().filter(one -> one.state() == state).findFirst().orElseThrow();
  }

  private static String stages(FunnelLine line) {
    return line.stages().stream()
        .map(one -> one.stage().code() + " " + one.enterprises() + "/" + one.fromBefore())
        .collect(Collectors.joining(", "));
  }
}
