package org.xinyidai.models.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.xinyidai.models.subject.Uscc;

/** The index beside the loop over all rows. */
class ScreeningIndexPropertyTest {
  /** Longer than a row of an attribute without a column, which is missing for everyone. */
  private static LoopScreening loop(List<LoopScreening.Row> rows) {
    return new LoopScreening(
        rows.stream()
            .map(
                row -> {
                  double[] wide = Arrays.copyOf(row.values(), RandomRows.UNKNOWN + 1);
                  wide[RandomRows.UNKNOWN] = Double.NaN;
                  return new LoopScreening.Row(row.uscc(), wide);
                })
            .toList(),
        RandomRows.SCORE);
  }

  @Property(tries = 400)
  void the_index_counts_and_orders_as_the_loop_does(
      @ForAll long seed,
      @ForAll @IntRange(max = 400) int rows,
      @ForAll @IntRange(min = 2, max = 64) int mostBuckets) {
    RandomRows random = new RandomRows(seed);
    List<LoopScreening.Row> all = random.rows(rows);
    ScreeningIndex index = RandomRows.index(all, mostBuckets);
    LoopScreening loop = loop(all);
    for (int i = 0; i < 12; i++) {
      Screen screen = random.screen();
      assertEquals(loop.count(screen), index.count(screen), screen::toString);
      for (int most : new int[] {1, 7, 500}) {
        List<Uscc> top = IntStream.of(index.top(screen, most)).mapToObj(index::uscc).toList();
        assertEquals(loop.top(screen, most), top, screen::toString);
      }
    }
  }

  @Property(tries = 6)
  void blocks_meet_without_a_gap(@ForAll long seed, @ForAll @IntRange(max = 200) int more) {
    RandomRows random = new RandomRows(seed);
    List<LoopScreening.Row> all = random.rows(Evaluation.BLOCK * 64 - 100 + more);
    ScreeningIndex index = RandomRows.index(all, Buckets.MOST);
    LoopScreening loop = loop(all);
    for (int i = 0; i < 10; i++) {
      Screen screen = random.screen();
      assertEquals(loop.count(screen), index.count(screen), screen::toString);
      List<Uscc> top = IntStream.of(index.top(screen, 20_000)).mapToObj(index::uscc).toList();
      assertEquals(loop.top(screen, 20_000), top, screen::toString);
    }
  }

  @Property(tries = 200)
  void with_changes_over_it_an_index_says_what_a_new_one_says(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int rows) {
    RandomRows random = new RandomRows(seed);
    List<LoopScreening.Row> before = random.rows(rows);
    List<LoopScreening.Row> changed =
        IntStream.range(0, rows / 5 + 2).mapToObj(i -> random.row(i * 7)).toList();
    Set<Uscc> left = new HashSet<>(List.of(RandomRows.uscc(1), RandomRows.uscc(9_999)));
    Set<Uscc> replaced = new HashSet<>(left);
    changed.forEach(row -> replaced.add(row.uscc()));
    List<LoopScreening.Row> after = new ArrayList<>(changed);
    before.stream().filter(row -> !replaced.contains(row.uscc())).forEach(after::add);

    Screening told =
        new Screening(RandomRows.index(before, 8), RandomRows.SCORE)
            .with(RandomRows.index(changed, 8), left);
    Screening fresh = new Screening(RandomRows.index(after, 8), RandomRows.SCORE);

    assertEquals(fresh.rows(), told.rows());
    for (int i = 0; i < 10; i++) {
      Screen screen = random.screen();
      assertEquals(fresh.count(screen), told.count(screen), screen::toString);
      assertEquals(codes(fresh.top(screen, 9)), codes(told.top(screen, 9)));
      assertEquals(codes(fresh.sample(screen, 9, 5)), codes(told.sample(screen, 9, 5)));
      assertEquals(fresh.tally(screen), told.tally(screen));
      assertEquals(fresh.count(screen), fresh.tally(screen).count());
    }
    for (LoopScreening.Row row : after) {
      assertEquals(
          Arrays.toString(Arrays.stream(row.values()).map(value -> value + 0.0).toArray()),
          Arrays.toString(
              IntStream.range(0, RandomRows.COLUMNS)
                  .mapToDouble(told.find(row.uscc()).orElseThrow()::value)
                  .toArray()));
    }
    assertEquals(true, told.find(RandomRows.uscc(9_999)).isEmpty());
  }

  @Property(tries = 100)
  void parts_hold_the_rows_of_their_bits_and_answer_as_an_index_of_those(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int rows) {
    RandomRows random = new RandomRows(seed);
    Screening all = changed(random, rows);
    List<Screening> parts = all.parts(ScreeningIndexPropertyTest::bits, 4);

    for (int part = 0; part < 4; part++) {
      int wanted = part;
      List<LoopScreening.Row> kept = new ArrayList<>();
      all.forEach(
          Screen.EVERYONE,
          row -> {
            boolean in = bits(row) >= 0 && (bits(row) & wanted) == wanted;
            assertEquals(in, parts.get(wanted).find(row.uscc()).isPresent());
            if (in) {
              kept.add(new LoopScreening.Row(row.uscc(), values(row)));
            }
          });
      Screening fresh = new Screening(RandomRows.index(kept, 8), RandomRows.SCORE);
      assertEquals(fresh.rows(), parts.get(part).rows());
      for (int i = 0; i < 5; i++) {
        Screen screen = random.screen();
        assertEquals(fresh.tally(screen), parts.get(part).tally(screen), screen::toString);
        assertEquals(codes(fresh.top(screen, 9)), codes(parts.get(part).top(screen, 9)));
      }
    }
  }

  @Property(tries = 100)
  void an_exchange_in_groups_leaves_what_each_group_has(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int rows) {
    Screening before = changed(new RandomRows(seed), rows);
    Screening after = before.exchanged(new int[] {0, 2}, ScreeningIndexPropertyTest::bits, seed);

    Map<Integer, List<String>> had = new TreeMap<>();
    Map<Integer, List<String>> has = new TreeMap<>();
    before.forEach(
        Screen.EVERYONE,
        row -> {
          Screened now = after.find(row.uscc()).orElseThrow();
          String kept = "%s %s".formatted(row.value(0), row.value(2));
          String got = "%s %s".formatted(now.value(0), now.value(2));
          had.computeIfAbsent(bits(row), any -> new ArrayList<>()).add(kept);
          has.computeIfAbsent(bits(row), any -> new ArrayList<>()).add(got);
          if (bits(row) < 0) {
            assertEquals(kept, got);
          }
          assertEquals(row.value(1), now.value(1));
          assertEquals(row.value(RandomRows.SCORE), now.value(RandomRows.SCORE));
        });
    had.values().forEach(Collections::sort);
    has.values().forEach(Collections::sort);
    assertEquals(had, has);
  }

  private static Screening changed(RandomRows random, int rows) {
    List<LoopScreening.Row> before = random.rows(rows);
    List<LoopScreening.Row> changed =
        IntStream.range(0, rows / 5 + 2).mapToObj(i -> random.row(i * 7)).toList();
    return new Screening(RandomRows.index(before, 8), RandomRows.SCORE)
        .with(RandomRows.index(changed, 8), List.of(RandomRows.uscc(1)));
  }

  private static double[] values(Screened row) {
    return IntStream.range(0, RandomRows.COLUMNS).mapToDouble(row::value).toArray();
  }

  /** From less than none to all of two. */
  private static int bits(Screened row) {
    return Math.floorMod(row.uscc().hashCode(), 5) - 1;
  }

  private static List<Uscc> codes(List<Screened> rows) {
    return rows.stream().map(Screened::uscc).toList();
  }
}
