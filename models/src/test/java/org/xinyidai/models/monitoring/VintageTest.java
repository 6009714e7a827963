package org.xinyidai.models.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VintageTest {
  private static final LocalDate SCORED = LocalDate.of(2024, 3, 15);

  /** Some rows with risks of few values, so that there are ties. */
  private static List<Performance> rows(LocalDate day, int goods, int bads) {
    Random random = new Random(20241122);
    List<Performance> rows = new ArrayList<>();
    for (int i = 0; i < goods + bads; i++) {
      boolean bad = i < bads;
      rows.add(new Performance(day, (random.nextInt(8) + (bad ? 3 : 0)) / 20.0, bad));
    }
    return rows;
  }

  private static Vintage one(List<Performance> rows, LocalDate asOf, long fewest) {
    return Vintage.of(rows, new Vintage.Terms(asOf, 12, fewest), day -> false).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-15, IMMATURE",
    "2025-03-14, IMMATURE",
    "2025-03-15, MEASURED",
    "2026-01-01, MEASURED"
  })
  void a_vintage_counts_from_the_day_on_which_its_window_has_passed(
      LocalDate asOf, Vintage.State expected) {
    Vintage vintage = one(rows(SCORED, 60, 30), asOf, 20);

    assertEquals(expected, vintage.state());
    assertEquals(LocalDate.of(2025, 3, 15), vintage.maturesOn());
    assertEquals(expected == Vintage.State.MEASURED, vintage.auc() != null);
  }

  @Test
  void the_last_score_of_a_month_decides_when_it_matures() {
    List<Performance> rows = rows(SCORED, 60, 30);
    rows.add(new Performance(LocalDate.of(2024, 3, 31), 0.5, false));

    Vintage vintage = one(rows, LocalDate.of(2025, 3, 30), 20);

    assertEquals(Vintage.State.IMMATURE, vintage.state());
    assertNull(vintage.auc());
  }

  @ParameterizedTest
  @CsvSource({"19, 60, TOO_FEW", "20, 60, MEASURED", "60, 19, TOO_FEW", "0, 60, TOO_FEW"})
  void too_few_bads_or_goods_give_no_figure(int bads, int goods, Vintage.State expected) {
    assertEquals(expected, one(rows(SCORED, goods, bads), LocalDate.of(2026, 1, 1), 20).state());
  }

  @Test
  void a_month_that_the_model_learned_from_is_told_apart() {
    Vintage.Terms terms = new Vintage.Terms(LocalDate.of(2026, 1, 1), 12, 20);

    Vintage vintage = Vintage.of(rows(SCORED, 60, 30), terms, SCORED::equals).get(0);

    assertEquals(Vintage.State.TRAINED_ON, vintage.state());
    assertNotNull(vintage.auc());
  }

  @Test
  void auc_and_ks_are_what_counting_every_pair_and_every_cut_gives() {
    List<Performance> rows = rows(SCORED, 70, 40);

    Vintage vintage = one(rows, LocalDate.of(2026, 1, 1), 1);

    assertEquals(slowAuc(rows), vintage.auc(), 1e-12);
    assertEquals(slowKs(rows), vintage.ks(), 1e-12);
    assertEquals(40, vintage.bads());
    assertEquals(YearMonth.of(2024, 3), vintage.month());
  }

  @Test
  void months_come_the_oldest_first() {
    List<Performance> rows = rows(LocalDate.of(2024, 6, 1), 30, 30);
    rows.addAll(rows(SCORED, 30, 30));
    Vintage.Terms terms = new Vintage.Terms(LocalDate.of(2025, 4, 1), 12, 20);

    List<Vintage> vintages = Vintage.of(rows, terms, day -> false);

    assertEquals(
        List.of(Vintage.State.MEASURED, Vintage.State.IMMATURE),
        vintages.stream().map(Vintage::state).toList());
  }

  private static double slowAuc(List<Performance> rows) {
    double wins = 0;
    long pairs = 0;
    for (Performance bad : rows) {
      for (Performance good : rows) {
        if (bad.bad() && !good.bad()) {
          pairs++;
          wins += bad.risk() > good.risk() ? 1 : bad.risk() == good.risk() ? 0.5 : 0;
        }
      }
    }
    return wins / pairs;
  }

  private static double slowKs(List<Performance> rows) {
    double bads = rows.stream().filter(Performance::bad).count();
    double goods = rows.size() - bads;
    double greatest = 0;
    for (Performance cut : rows) {
      double below =
          rows.stream().filter(row -> row.bad() && row.risk() <= cut.risk()).count() / bads;
      double goodBelow =
          rows.stream().filter(row -> !row.bad() && row.risk() <= cut.risk()).count() / goods;
      greatest = Math.max(greatest, Math.abs(goodBelow - below));
    }
    return greatest;
  }
}
