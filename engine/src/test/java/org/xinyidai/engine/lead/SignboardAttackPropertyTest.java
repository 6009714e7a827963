package org.xinyidai.engine.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Interval;
import org.xinyidai.models.screening.Screen;
import org.xinyidai.models.screening.Screened;

/** Someone who knows what stands on every signboard of a town looks for one of its enterprises. */
class SignboardAttackPropertyTest {
  @Property(tries = 40, seed = "1501")
  void whoever_knows_a_signboard_is_left_with_ten_rows_or_with_none(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 900) int firms) {
    LeadView view = RandomTown.view(seed, firms);
    Map<Map<String, Object>, List<Screened>> told = new HashMap<>();
    everyone(view).stream()
        .filter(row -> view.tells(row))
        .forEach(
            row -> told.computeIfAbsent(outward(view, row), any -> new ArrayList<>()).add(row));

    told.forEach(
        (signs, rows) ->
            assertTrue(
                rows.size() >= ToldCount.LEAST, () -> rows.size() + " rows tell alone " + signs));
  }

  @Property(tries = 20, seed = "1502")
  void counts_by_what_stands_on_signboards_are_those_of_all_who_are_in_a_crowd(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 900) int firms) {
    LeadView view = RandomTown.view(seed, firms);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 10; i++) {
      Screen screen = screen(random);
      long matching =
          everyone(view).stream()
              .filter(view::tells)
              .filter(row -> screen.accepts(row::value))
              .count();
      assertEquals(matching, view.tally(screen).count(), screen::toString);
    }
  }

  /** The amount is the victim's alone, so a count by signboard and amount would find it. */
  @Property(tries = 6, seed = "1507")
  void a_signboard_is_no_way_to_what_its_enterprise_has(@ForAll long seed) {
    int found = 0;
    int games = 0;
    for (int secret = 0; secret < 60; secret++) {
      LeadView view = RandomTown.view(seed, 300, secret);
      for (Screened victim : everyone(view).subList(0, 40)) {
        Screen signboard = signboard(victim);
        boolean alone = matching(everyone(view), signboard).size() == 1;
        if (alone && view.tells(victim)) {
          double amount = victim.value(RandomTown.CATALOGUE.positionOf("score_points"));
          AcceptedSet points =
              new AcceptedSet(
                  RandomTown.CATALOGUE.positionOf("score_points"),
                  List.of(Interval.of(amount)),
                  false);
          games++;
          found += view.tally(signboard.and(new Screen(List.of(points)))).count() > 0 ? 1 : 0;
        }
      }
    }
    assertTrue(games > 100, games + " games");
    assertTrue(found < 0.2 * games, found + " found in " + games);
  }

  private static Screen signboard(Screened victim) {
    List<AcceptedSet> conditions = new ArrayList<>();
    for (String name : RandomTown.outward()) {
      CoarseAttribute attribute = RandomTown.GRID.find(name).orElseThrow();
      double value = victim.value(attribute.position());
      conditions.add(
          Double.isNaN(value)
              ? new AcceptedSet(attribute.position(), List.of(), true)
              : new AcceptedSet(
                  attribute.position(), List.of(attribute.interval(attribute.band(value))), false));
    }
    return new Screen(conditions);
  }

  private static List<Screened> matching(List<Screened> rows, Screen screen) {
    return rows.stream().filter(row -> screen.accepts(row::value)).toList();
  }

  @Property(tries = 20, seed = "1503")
  void the_same_group_is_told_the_same_as_a_band_and_as_a_condition(@ForAll long seed) {
    LeadView view = RandomTown.view(seed, 400);
    CoarseAttribute stars = RandomTown.GRID.find("stars").orElseThrow();
    LenderKey key = RandomTown.key(seed);
    for (LeadView.Share share : view.by(stars, Screen.EVERYONE)) {
      AcceptedSet band =
          new AcceptedSet(stars.position(), List.of(Interval.of(share.band())), false);
      assertEquals(
          ToldCount.to(key, share.tally()),
          ToldCount.to(key, view.tally(new Screen(List.of(band)))));
    }
  }

  /** Whole bands of what stands on signboards. */
  private static Screen screen(SplittableRandom random) {
    List<AcceptedSet> conditions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = RandomTown.outward().get(random.nextInt(RandomTown.outward().size()));
      CoarseAttribute attribute = RandomTown.GRID.find(name).orElseThrow();
      double band = attribute.band(name.equals("division_code") ? 430_101 : random.nextInt(200));
      conditions.add(
          new AcceptedSet(
              attribute.position(), List.of(attribute.interval(band)), random.nextBoolean()));
    }
    return new Screen(conditions);
  }

  private static Map<String, Object> outward(LeadView view, Screened row) {
    Map<String, Object> told = new HashMap<>(view.coarse(row));
    told.keySet().retainAll(RandomTown.outward());
    return told;
  }

  private static List<Screened> everyone(LeadView view) {
    List<Screened> rows = new ArrayList<>();
    view.snapshot().rows().forEach(Screen.EVERYONE, rows::add);
    return rows;
  }
}
