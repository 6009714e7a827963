package org.xinyidai.models.training;

import java.util.Arrays;

/**
 * The best way to join ordered classes into bins (最优分箱): the greatest information value among all
 * partitions that keep the shape and every minimum. Exact, by dynamic programming over (number of
 * bins, first class of the last bin, class after it, whether the risk has turned).
 */
final class OptimalBinning {
  /** A turn must add this share of the information value, and this much besides. */
  private static final double TURN_GAIN = 0.1;

  private static final double TURN_GAIN_LEAST = 0.005;
  private static final double NOT_ALLOWED = Double.NEGATIVE_INFINITY;

  private final BinningSettings settings;
  private final WeightOfEvidence evidence;
  private final int size;
  private final long[] goodsBefore;
  private final long[] badsBefore;
  private final double leastRows;
  private final double leastZ;

  OptimalBinning(FineClasses classes, BinningSettings settings, WeightOfEvidence evidence) {
    this.settings = settings;
    this.evidence = evidence;
    size = classes.size();
    goodsBefore = runningSum(classes.goods());
    badsBefore = runningSum(classes.bads());
    leastRows = settings.minimumShare() * (goodsBefore[size] + badsBefore[size]);
    leastZ = settings.maximumPValue() < 1 ? Normal.twoSidedQuantile(settings.maximumPValue()) : 0;
  }

  private static long[] runningSum(long[] counts) {
    long[] sums = new long[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      sums[i + 1] = sums[i] + counts[i];
    }
    return sums;
  }

  /**
   * The first class of each bin but the first, rising; empty when one bin is all that the data
   * bears.
   */
  int[] cuts() {
    return switch (settings.shape()) {
      case MONOTONE -> monotone().cuts();
      case RISING -> best(1, false).cuts();
      case FALLING -> best(-1, false).cuts();
      case PEAK -> best(1, true).cuts();
      case VALLEY -> best(-1, true).cuts();
      case ONE_TURN -> {
        Partition plain = monotone();
        Partition turned = better(best(1, true), best(-1, true));
        double needed = plain.value() * (1 + TURN_GAIN) + TURN_GAIN_LEAST;
        yield turned.value() > needed ? turned.cuts() : plain.cuts();
      }
    };
  }

  private Partition monotone() {
    return better(best(1, false), best(-1, false));
  }

  private static Partition better(Partition first, Partition second) {
    return second.value() > first.value() ? second : first;
  }

  private static final class Partition {
    private final double value;
    private final int[] cuts;

    Partition(double value, int[] cuts) {
      this.value = value;
      this.cuts = cuts;
    }

    double value() {
      return value;
    }

    int[] cuts() {
      return cuts;
    }
  }

  /**
   * @param direction 1 when the risk rises first, -1 when it falls first
   * @param mayTurn whether it may turn once
   */
  private Partition best(int direction, boolean mayTurn) {
    int phases = mayTurn ? 2 : 1;
    double[][][][] values = new double[settings.maximumBins() + 1][phases][size][size + 1];
    int[][][][] from = new int[settings.maximumBins() + 1][phases][size][size + 1];
    Partition best = new Partition(0, new int[0]);
    for (int bins = 1; bins <= settings.maximumBins(); bins++) {
      for (int phase = 0; phase < phases; phase++) {
        for (int first = bins - 1; first < size; first++) {
          extend(values, from, new State(bins, phase, first), direction);
        }
        for (int first = bins - 1; first < size; first++) {
          // One bin is no cut, whatever it would be worth.
          if (bins > 1 && values[bins][phase][first][size] > best.value()) {
            best =
                new Partition(
                    values[bins][phase][first][size], trace(from, new State(bins, phase, first)));
          }
        }
      }
    }
    return best;
  }

  private record State(int bins, int phase, int first) {}

  private void extend(double[][][][] values, int[][][][] from, State state, int direction) {
    int first = state.first();
    double[] value = values[state.bins()][state.phase()][first];
    Arrays.fill(value, NOT_ALLOWED);
    for (int end = first + 1; end <= size; end++) {
      if (!isLargeEnough(first, end)) {
        continue;
      }
      double own = evidence.informationValue(goods(first, end), bads(first, end));
      if (state.bins() == 1) {
        value[end] = first == 0 && state.phase() == 0 ? own : NOT_ALLOWED;
        continue;
      }
      for (int before = state.bins() - 2; before < first; before++) {
        int sign = state.phase() == 0 ? direction : -direction;
        if (!follows(before, first, end, sign)) {
          continue;
        }
        for (int phase = state.phase(); phase >= 0; phase--) {
          double total = values[state.bins() - 1][phase][before][first] + own;
          if (total > value[end]) {
            value[end] = total;
            from[state.bins()][state.phase()][first][end] = phase * size + before;
          }
        }
      }
    }
  }

  private int[] trace(int[][][][] from, State last) {
    int[] cuts = new int[last.bins() - 1];
    int first = last.first();
    int phase = last.phase();
    int end = size;
    for (int bins = last.bins(); bins > 1; bins--) {
      cuts[bins - 2] = first;
      int code = from[bins][phase][first][end];
      end = first;
      phase = code / size;
      first = code % size;
    }
    return cuts;
  }

  private long goods(int first, int end) {
    return goodsBefore[end] - goodsBefore[first];
  }

  private long bads(int first, int end) {
    return badsBefore[end] - badsBefore[first];
  }

  private boolean isLargeEnough(int first, int end) {
    long goods = goods(first, end);
    long bads = bads(first, end);
    return goods >= settings.minimumGoods()
        && bads >= settings.minimumBads()
        && goods + bads >= leastRows
        && goods + bads > 0;
  }

  /** Whether the share of bads moves the right way from one bin to the next, and far enough. */
  private boolean follows(int first, int middle, int end, int sign) {
    double rows = goods(first, middle) + bads(first, middle);
    double nextRows = goods(middle, end) + bads(middle, end);
    if (rows == 0) {
      return false;
    }
    double step = sign * (bads(middle, end) / nextRows - bads(first, middle) / rows);
    double pooled = (bads(first, middle) + bads(middle, end)) / (rows + nextRows);
    double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / rows + 1 / nextRows));
    return step > 0 && step >= leastZ * deviation;
  }
}
