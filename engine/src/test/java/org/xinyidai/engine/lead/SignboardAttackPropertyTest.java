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

  @Property(tries = 40, seed = "1502")
  void a_count_says_nothing_that_the_rows_do_not(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 900) int firms) {
    LeadView view = RandomTown.view(seed, firms);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      Screen screen = screen(random);
      long told =
          everyone(view).stream()
              .filter(view::tells)
              .filter(row -> screen.accepts(row::value))
              .filter(
                  row ->
                      screen.conditions().stream()
                          .allMatch(one -> view.tells(row, name(one.position()))))
              .count();
      assertEquals(told, view.tally(screen, null).count(), screen::toString);
    }
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
          ToldCount.to(key, view.tally(new Screen(List.of(band)), null)));
    }
  }

  private static Screen screen(SplittableRandom random) {
    List<AcceptedSet> conditions = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      CoarseAttribute attribute =
          RandomTown.GRID.attributes().get(random.nextInt(RandomTown.GRID.attributes().size()));
      double band = attribute.band(random.nextInt(6) * 100);
      conditions.add(
          new AcceptedSet(
              attribute.position(), List.of(attribute.interval(band)), random.nextBoolean()));
    }
    return new Screen(conditions);
  }

  private static String name(int position) {
    return RandomTown.GRID.at(position).orElseThrow().name();
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
