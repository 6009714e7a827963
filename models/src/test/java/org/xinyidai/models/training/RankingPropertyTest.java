package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RankingPropertyTest {

  @Property(tries = 200)
  void it_equals_the_count_over_all_pairs_and_thresholds(
      @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 6) Integer> risks,
      @ForAll @Size(min = 30, max = 30) List<Boolean> labels) {
    int size = risks.size();
    double[] values = risks.stream().mapToDouble(i -> i / 10.0).toArray();
    boolean[] bad = new boolean[size];
    int bads = 0;
    for (int i = 0; i < size; i++) {
      bad[i] = labels.get(i);
      bads += bad[i] ? 1 : 0;
    }
    Assume.that(bads > 0 && bads < size);
    double wins = 0;
    double distance = 0;
    for (int i = 0; i < size; i++) {
      double badsBelow = 0;
      double goodsBelow = 0;
      for (int j = 0; j < size; j++) {
        if (bad[i] && !bad[j]) {
          wins += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
        }
        badsBelow += bad[j] && values[j] <= values[i] ? 1 : 0;
        goodsBelow += !bad[j] && values[j] <= values[i] ? 1 : 0;
      }
      distance = Math.max(distance, Math.abs(badsBelow / bads - goodsBelow / (size - bads)));
    }
    Ranking ranking = Ranking.of(values, bad);
    assertEquals(wins / ((double) bads * (size - bads)), ranking.auc(), 1e-12);
    assertEquals(distance, ranking.ks(), 1e-12);
  }
}
