package org.xinyidai.engine.simulation.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.engine.simulation.life.Census;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Resident;
import org.xinyidai.engine.simulation.life.Snapshot;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;

/** What a clerk writes depends on the place and the month alone, not on when it is written. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClerkTest {
  private static final long SEED = 9;
  private static final YearMonth FIRST = YearMonth.of(2023, 11);
  private static final Census CENSUS = new Census(new CityPlan(SEED, FIRST, 0.1), 600);
  private static final int MONTH = CityPlan.month(FIRST) + 8;
  private static final Snapshot THEN = CENSUS.at(MONTH);
  private static final Snapshot LATER = CENSUS.after(CENSUS.after(THEN));

  @Test
  void a_row_that_is_written_two_months_late_is_the_row_of_its_month() {
    for (Feed<?> feed : Feeds.ALL) {
      assertEquals(rows(feed, THEN, 0, false), rows(feed, LATER, 2, false), feed.id());
    }
  }

  @Test
  void a_mistaken_row_differs_from_the_true_one() {
    for (Feed<?> feed : Feeds.ALL) {
      List<List<String>> truth = rows(feed, THEN, 0, false);
      List<List<String>> mistaken = rows(feed, THEN, 0, true);
      assertEquals(truth.size(), mistaken.size());
      for (int i = 0; i < truth.size(); i++) {
        assertNotEquals(truth.get(i), mistaken.get(i), feed.id());
      }
    }
  }

  @Test
  void every_required_column_is_written() {
    for (Feed<?> feed : Feeds.ALL) {
      for (List<String> row : rows(feed, THEN, 0, false)) {
        for (int i = 0; i < row.size(); i++) {
          boolean may = !feed.columns().get(i).required();
          assertTrue(may || !row.get(i).isBlank(), feed + " " + feed.columns().get(i).name());
        }
      }
    }
  }

  @Test
  void a_bill_that_was_owed_is_sent_again_when_it_is_settled() {
    Feed<?> feed = Feeds.byId("electricity").orElseThrow();
    int period = feed.position("period").orElseThrow();
    int paidOn = feed.position("paidOn").orElseThrow();
    List<List<String>> settled =
        rows(feed, THEN, 0, false).stream()
            .filter(row -> !row.get(period).equals(CityPlan.month(MONTH).toString()))
            .toList();
    assertTrue(settled.size() > 3, "settled bills " + settled.size());
    assertTrue(settled.stream().allMatch(row -> row.get(paidOn).startsWith("2024-07")));
  }

  private static List<List<String>> rows(Feed<?> feed, Snapshot from, int back, boolean mistaken) {
    Clerk clerk = Clerks.of(feed, CENSUS.codes(), SEED);
    Visit visit = new Visit(from, CENSUS.plan().first(), SEED);
    Cells cells = new Cells(feed.columns().size());
    List<List<String>> rows = new ArrayList<>();
    for (Resident resident : CENSUS.residents()) {
      int count = visit.to(resident, back) ? clerk.rows(visit) : 0;
      for (int item = 0; item < count; item++) {
        clerk.write(visit, item, mistaken, cells.clear());
        List<String> row = new ArrayList<>();
        for (int column = 0; column < cells.columns(); column++) {
          row.add(cells.text(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
