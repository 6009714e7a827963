package org.xinyidai.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.xinyidai.models.training.BinningSettings.Shape;

class OptimalBinningPropertyTest {

  @Property(tries = 300)
  void the_cut_is_the_best_of_all_partitions(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 12) Integer> goods,
      @ForAll @Size(min = 9, max = 9) List<@IntRange(max = 12) Integer> bads,
      @ForAll Shape shape,
      @ForAll @IntRange(min = 1, max = 4) int maximumBins,
      @ForAll @IntRange(max = 3) int minimum,
      @ForAll boolean tested) {
    FineClasses classes =
        new FineClasses(
            goods.stream().mapToLong(i -> i).toArray(),
            bads.stream().limit(goods.size()).mapToLong(i -> i).toArray());
    BinningSettings settings =
        new BinningSettings(20, maximumBins, 0.1, minimum, minimum, tested ? 0.4 : 1, 5, shape);
    WeightOfEvidence evidence =
        new WeightOfEvidence(1 + LongSum.of(classes.goods()), 1 + LongSum.of(classes.bads()), 5);
    int[] cuts = new OptimalBinning(classes, settings, evidence).cuts();
    SlowBinning slow = new SlowBinning(classes, settings, evidence);
    assertTrue(cuts.length == 0 || slow.isAllowed(cuts));
    assertEquals(slow.best(), Math.max(0, cuts.length == 0 ? 0 : slow.value(cuts)), 1e-9);
  }

  private static final class LongSum {
    static long of(long[] values) {
      long sum = 0;
      for (long value : values) {
        sum += value;
      }
      return sum;
    }
  }

  /** Tries every partition. */
  private record SlowBinning(
      FineClasses classes, BinningSettings settings, WeightOfEvidence evidence) {

    double best() {
      if (settings.shape() != Shape.ONE_TURN) {
        return bestOfShape();
      }
      double plain = of(Shape.MONOTONE).bestOfShape();
      double turned = Math.max(of(Shape.PEAK).bestOfShape(), of(Shape.VALLEY).bestOfShape());
      return turned > 1.1 * plain + 0.005 ? turned : plain;
    }

    private SlowBinning of(Shape shape) {
      return new SlowBinning(classes, settings.withShape(shape), evidence);
    }

    private double bestOfShape() {
      double best = 0;
      for (int mask = 0; mask < 1 << (classes.size() - 1); mask++) {
        int[] cuts = cuts(mask);
        if (cuts.length > 0 && isAllowed(cuts)) {
          best = Math.max(best, value(cuts));
        }
      }
      return best;
    }

    private int[] cuts(int mask) {
      return IntStream.range(1, classes.size()).filter(i -> (mask >> (i - 1) & 1) == 1).toArray();
    }

    double value(int[] cuts) {
      double sum = 0;
      for (long[] bin : bins(cuts)) {
        sum += evidence.informationValue(bin[0], bin[1]);
      }
      return sum;
    }

    boolean isAllowed(int[] cuts) {
      List<long[]> bins = bins(cuts);
      double total = LongSum.of(classes.goods()) + LongSum.of(classes.bads());
      boolean large =
          bins.stream()
              .allMatch(
                  bin ->
                      bin[0] >= settings.minimumGoods()
                          && bin[1] >= settings.minimumBads()
                          && bin[0] + bin[1] > 0
                          && bin[0] + bin[1] >= 0.1 * total);
      return large && bins.size() <= settings.maximumBins() && keepsShape(bins);
    }

    private boolean keepsShape(List<long[]> bins) {
      int[] signs =
          IntStream.range(1, bins.size()).map(i -> step(bins.get(i - 1), bins.get(i))).toArray();
      boolean rising = IntStream.of(signs).allMatch(sign -> sign > 0);
      boolean falling = IntStream.of(signs).allMatch(sign -> sign < 0);
      return switch (settings.shape()) {
        case MONOTONE -> rising || falling;
        case RISING -> rising;
        case FALLING -> falling;
        case PEAK -> turnsOnce(signs, 1);
        case VALLEY -> turnsOnce(signs, -1);
        case ONE_TURN -> turnsOnce(signs, 1) || turnsOnce(signs, -1);
      };
    }

    private static boolean turnsOnce(int[] signs, int first) {
      int i = 0;
      while (i < signs.length && signs[i] == first) {
        i++;
      }
      while (i < signs.length && signs[i] == -first) {
        i++;
      }
      return i == signs.length;
    }

    /** 0 where the bins are too much alike. */
    private int step(long[] a, long[] b) {
      double rows = a[0] + a[1];
      double nextRows = b[0] + b[1];
      double difference = b[1] / nextRows - a[1] / rows;
      double pooled = (a[1] + b[1]) / (rows + nextRows);
      double z =
          Math.abs(difference) / Math.sqrt(pooled * (1 - pooled) * (1 / rows + 1 / nextRows));
      boolean differs = settings.maximumPValue() == 1 || 2 * Normal.upperTail(z) <= 0.4;
      return differs ? (int) Math.signum(difference) : 0;
    }

    private List<long[]> bins(int[] cuts) {
      return IntStream.rangeClosed(0, cuts.length)
          .mapToObj(
              i -> {
                int from = i == 0 ? 0 : cuts[i - 1];
                int to = i == cuts.length ? classes.size() : cuts[i];
                long goods = IntStream.range(from, to).mapToLong(k -> classes.goods()[k]).sum();
                long bads = IntStream.range(from, to).mapToLong(k -> classes.bads()[k]).sum();
                return new long[] {goods, bads};
              })
          .toList();
    }
  }
}
