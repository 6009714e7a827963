package org.xinyidai.engine.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xinyidai.models.screening.Screen;
import org.xinyidai.models.screening.Screened;
import org.xinyidai.models.screening.Screening;

/** Someone who knows the code of an enterprise chooses seeds of samples so that it is drawn. */
class SampleAttackPropertyTest {
  private static final int FIRMS = 200;
  private static final int DRAWN = 5;

  @Property(tries = 15, seed = "1504")
  void no_seed_can_be_found_that_draws_an_enterprise_whose_code_is_known(@ForAll long seed) {
    LeadView view = RandomTown.view(seed, FIRMS);
    Screening rows = view.snapshot().rows();
    Screened victim = rows.find(RandomTown.uscc(17)).orElseThrow();
    List<Long> chosen =
        LongStream.range(0, 20_000)
            .filter(one -> draws(rows.sample(Screen.EVERYONE, DRAWN, one), victim))
            .limit(200)
            .boxed()
            .toList();
    LenderKey key = RandomTown.key(seed);

    long found = chosen.stream().filter(one -> draws(sample(view, key, one), victim)).count();

    assertEquals(200, chosen.size());
    assertTrue(found <= 30, "drawn by " + found + " of 200 chosen seeds, by chance 5");
    assertEquals(
        sample(view, key, 3).stream().map(Screened::uscc).toList(),
        sample(view, key, 3).stream().map(Screened::uscc).toList());
  }

  private static List<Screened> sample(LeadView view, LenderKey key, long seed) {
    return view.chosen(key, Screen.EVERYONE, new Order(null, true, seed), DRAWN);
  }

  private static boolean draws(List<Screened> drawn, Screened victim) {
    return drawn.stream().anyMatch(row -> row.uscc().equals(victim.uscc()));
  }
}
