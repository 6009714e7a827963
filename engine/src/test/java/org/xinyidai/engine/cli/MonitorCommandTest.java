package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator watches a model: first without outcomes, then with what lenders reported. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MonitorCommandTest {
  @TempDir Path folder;
  private RatedTown town;

  @BeforeEach
  void settle() throws IOException {
    town = new RatedTown(folder);
    town.settle();
  }

  private Terminal monitor(String... arguments) {
    List<String> whole = new ArrayList<>(List.of(arguments));
    whole.add(0, "monitor");
    whole.addAll(List.of("--state", town.state()));
    return Terminal.type(whole.toArray(String[]::new));
  }

  private static boolean isBad(int firm) {
    return RatedTown.isWeak(firm) ? firm % 4 == 0 : firm % 20 == 0;
  }

  private void reportOutcomes(String day) throws IOException {
    Stream<String> rows =
        IntStream.range(0, RatedTown.FIRMS)
            .mapToObj(i -> RatedTown.code(i) + "," + day + "," + (isBad(i) ? 1 : 0));
    Path file = town.file("outcomes.csv", "uscc,observedOn,bad", rows);
    assertEquals("200 outcomes kept\n", monitor("outcomes", file.toString()).out());
  }

  private JsonNode json(Terminal terminal) throws IOException {
    assertEquals(0, terminal.exitCode(), terminal.err());
    return new ObjectMapper().readTree(terminal.out());
  }

  @Test
  void before_a_report_was_made_the_next_step_is_told() {
    Terminal none = monitor();

    assertEquals(1, none.exitCode());
    assertTrue(none.complainsInOneLine() && none.err().contains("--take"), none.err());
  }

  @Test
  void without_outcomes_and_decisions_the_report_says_so_instead_of_a_figure() {
    Terminal report = monitor("--take", "--as-of", "2024-06-30");

    assertEquals(0, report.exitCode(), report.err());
    assertTrue(report.out().contains("评分 200 户，未评分 0 户"), report.out());
    assertTrue(report.out().contains("没有融资结果"), report.out());
    assertTrue(report.out().contains("没有审批结论"), report.out());
    assertTrue(!report.out().contains("AUC 0"), report.out());
  }

  @Test
  void outcomes_of_a_matured_vintage_give_the_auc_that_counting_pairs_gives() throws IOException {
    reportOutcomes("2023-03-15");
    double wins = 0;
    long pairs = 0;
    for (int bad = 0; bad < RatedTown.FIRMS; bad++) {
      for (int good = 0; good < RatedTown.FIRMS; good++) {
        if (isBad(bad) && !isBad(good)) {
          pairs++;
          boolean tie = RatedTown.isWeak(bad) == RatedTown.isWeak(good);
          wins += tie ? 0.5 : RatedTown.isWeak(bad) ? 1 : 0;
        }
      }
    }

    JsonNode vintage =
        json(monitor("--take", "--as-of", "2024-06-30", "--json")).path("vintages").path(0);

    assertEquals("MEASURED", vintage.path("state").asText());
    assertEquals(wins / pairs, vintage.path("auc").asDouble(), 1e-12);
    assertEquals(200, vintage.path("rows").asInt());
  }

  @Test
  void a_vintage_whose_window_is_still_open_has_no_figure() throws IOException {
    reportOutcomes("2023-07-15");

    Terminal report = monitor("--take", "--as-of", "2024-06-30");

    assertTrue(report.out().contains("未满表现期，至 2024-07-15"), report.out());
    assertTrue(report.out().contains("AUC -"), report.out());
  }

  @Test
  void decisions_against_the_score_are_counted_by_lender_and_raise_an_alert() throws IOException {
    Stream<String> rows =
        IntStream.range(0, 60)
            .mapToObj(i -> RatedTown.code(i) + ",甲银行,2024-05-20," + (i < 50 ? "是" : "否"));
    Path file = town.file("decisions.csv", "uscc,lender,decidedOn,approved", rows);
    assertEquals("60 decisions kept\n", monitor("decisions", file.toString()).out());

    JsonNode report = json(monitor("--take", "--as-of", "2024-06-30", "--json"));

    // Of 50 granted ones 30 are weak; of 10 declined ones 4 are not.
    JsonNode alert = report.path("alerts").path(0);
    assertEquals("OVERRIDE", alert.path("measure").asText());
    assertEquals(34 / 60.0, alert.path("value").asDouble(), 1e-12);
    assertEquals("甲银行", report.path("decisions").path(0).path("lender").asText());
    assertEquals(20 + 4, report.path("decisions").path(0).path("decided").asInt());
  }

  @Test
  void a_past_day_is_made_from_what_was_known_then() {
    Terminal early = monitor("--recompute", "--as-of", "2022-04-30");
    Terminal later = monitor("--recompute", "--as-of", "2022-05-31");

    assertEquals(1, early.exitCode());
    assertTrue(early.err().contains("no enterprise"), early.err());
    assertTrue(later.out().contains("评分 200 户"), later.out());
  }

  @Test
  void changed_thresholds_need_a_greater_version_and_hold_from_then_on() throws IOException {
    String rules = monitor("rules").out();
    Path same = folder.resolve("same.json");
    Files.writeString(same, rules);
    Path next = folder.resolve("next.json");
    Files.writeString(next, rules.replace("\"version\":1", "\"version\":2"));
    Path broken = folder.resolve("broken.json");
    Files.writeString(broken, rules.replace("\"watch\":0.1,", ""));

    assertEquals(1, monitor("rules", same.toString()).exitCode());
    assertEquals(1, monitor("rules", broken.toString()).exitCode());
    assertEquals(0, monitor("rules", next.toString()).exitCode());
    assertTrue(monitor("--take", "--as-of", "2024-06-30").out().contains("规则第 2 版"));
  }

  @Test
  void a_damaged_file_is_refused_whole_and_the_line_is_named() throws IOException {
    Path file = folder.resolve("wrong.csv");
    Files.writeString(
        file, "uscc,lender,decidedOn,approved\n" + RatedTown.code(1) + ",甲银行,2024-05-20,perhaps\n");

    Terminal refused = monitor("decisions", file.toString());

    assertEquals(1, refused.exitCode());
    assertTrue(refused.err().contains("line 2: approved must be 1 or 0"), refused.err());
  }

  @Test
  void an_explanation_holds_a_firm_against_its_peers_and_the_month_before() {
    Terminal explained =
        Terminal.type(
            "explain",
            "--state",
            town.state(),
            "--as-of",
            "2024-06-30",
            "--peers",
            RatedTown.code(4));

    assertEquals(0, explained.exitCode(), explained.err());
    assertTrue(
        explained.out().contains("制造业（大类13）微型企业200家的中位数")
            || explained.out().contains("制造业（大类13）小型企业200家的中位数"),
        explained.out());
    assertTrue(explained.out().contains("与 2024-05-30 相比"), explained.out());
  }

  @Test
  void advice_opens_a_product_or_names_what_keeps_it_closed() {
    Terminal open =
        Terminal.type(
            "advice",
            "--state",
            town.state(),
            "--as-of",
            "2024-06-30",
            RatedTown.code(4),
            "--product",
            "ccb-tax-loan");
    Terminal unknown =
        Terminal.type("advice", "--state", town.state(), RatedTown.code(4), "--product", "none");

    assertEquals(0, open.exitCode(), open.err());
    assertTrue(open.out().contains("没有现实可行的改进"), open.out());
    assertTrue(open.out().contains("无法改进："), open.out());
    assertEquals(1, unknown.exitCode());
    assertTrue(unknown.complainsInOneLine(), unknown.err());
  }
}
