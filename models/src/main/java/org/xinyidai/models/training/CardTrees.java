package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.BinRange.OtherCategories;
import org.xinyidai.models.score.BinRange.Special;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.DecisionTree;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.TreeInput;
import org.xinyidai.models.score.TreeNode;

/**
 * A scorecard as trees (评分卡的树形式): each characteristic is a tree over one input, so that a card
 * beside boosted trees is served and explained as one ensemble.
 */
final class CardTrees {
  /** A bin that no training row fell into still needs a weight. */
  private static final double LEAST_COVER = 1e-6;

  private final Scorecard card;
  private final int[] columns;
  private final List<TreeInput> added = new ArrayList<>();
  private final int[] features;

  /**
   * @param columns of each characteristic, the position of its column in the set
   * @param treeInputs that the trees beside the card have: one per column; a category is told by
   *     another number here, so it gets one more
   */
  CardTrees(Scorecard card, int[] columns, int treeInputs) {
    this.card = card;
    this.columns = columns.clone();
    features = new int[columns.length];
    for (int i = 0; i < features.length; i++) {
      Characteristic characteristic = card.characteristics().get(i);
      boolean categorical = characteristic.input().isCategorical();
      features[i] = categorical ? treeInputs + added.size() : columns[i];
      if (categorical) {
        added.add(evidence(characteristic, columns[i]));
      }
    }
  }

  /** What comes after the tree inputs of the columns. */
  List<TreeInput> added() {
    return List.copyOf(added);
  }

  /** The log-odds of bad by the card itself, for a row as wide as the set. */
  double margin(double[] row) {
    double[] values = new double[columns.length];
    for (int i = 0; i < values.length; i++) {
      boolean categorical = card.characteristics().get(i).input().isCategorical();
      values[i] = categorical ? row[columns[i]] : (float) row[columns[i]];
    }
    return card.logOddsOfBad(values);
  }

  double intercept() {
    return card.intercept();
  }

  /** One tree per characteristic, its leaves multiplied by a factor. */
  List<DecisionTree> trees(double factor) {
    List<DecisionTree> trees = new ArrayList<>();
    for (int i = 0; i < features.length; i++) {
      Characteristic characteristic = card.characteristics().get(i);
      NavigableMap<Float, Bin> starts =
          characteristic.input().isCategorical()
              ? startsOfEvidence(characteristic)
              : startsOfNumbers(characteristic);
      trees.add(
          new OneTree(characteristic, features[i], factor * characteristic.coefficient(), starts)
              .grow());
    }
    return trees;
  }

  private static TreeInput evidence(Characteristic characteristic, int column) {
    List<Double> values = new ArrayList<>();
    for (int code = 0; code < characteristic.input().categories().size(); code++) {
      values.add((double) (float) characteristic.binOf(code).woe());
    }
    double others =
        characteristic.bins().stream()
            .filter(bin -> bin.range() instanceof OtherCategories)
            .mapToDouble(Bin::woe)
            .findFirst()
            .orElse(0);
    return new TreeInput(column, values, (float) others);
  }

  /** The bins along the axis of their own weight of evidence. */
  private static NavigableMap<Float, Bin> startsOfEvidence(Characteristic characteristic) {
    NavigableMap<Float, Bin> starts = new TreeMap<>();
    characteristic.bins().stream()
        .filter(bin -> !(bin.range() instanceof Missing))
        .forEach(bin -> starts.put((float) bin.woe(), bin));
    return starts;
  }

  /** The bins along the axis; a special value cuts the interval around it. */
  private static NavigableMap<Float, Bin> startsOfNumbers(Characteristic characteristic) {
    List<Float> cuts = new ArrayList<>(List.of(-Float.MAX_VALUE));
    for (Bin bin : characteristic.bins()) {
      BinRange range = bin.range();
      if (range instanceof Interval interval && Double.isFinite(interval.from())) {
        cuts.add(least(interval.from()));
      } else if (range instanceof Special special) {
        cuts.add(least(special.value()));
        cuts.add(Math.nextUp(least(special.value())));
      }
    }
    NavigableMap<Float, Bin> starts = new TreeMap<>();
    cuts.forEach(cut -> starts.put(cut, characteristic.binOf(cut)));
    return starts;
  }

  /** The least float that is not below a number: floats stand to both alike. */
  private static float least(double number) {
    float near = (float) number;
    return near < number ? Math.nextUp(near) : near;
  }

  /** The growth of one tree: missing goes left at the root, the bins lie balanced to the right. */
  private static final class OneTree {
    private final Characteristic characteristic;
    private final int feature;
    private final double factor;
    private final List<Float> starts;
    private final List<Bin> bins;
    private final List<TreeNode> nodes = new ArrayList<>();

    OneTree(
        Characteristic characteristic,
        int feature,
        double factor,
        NavigableMap<Float, Bin> starts) {
      this.characteristic = characteristic;
      this.feature = feature;
      this.factor = factor;
      this.starts = List.copyOf(starts.keySet());
      this.bins = List.copyOf(starts.values());
    }

    DecisionTree grow() {
      Bin missing =
          characteristic.bins().stream()
              .filter(bin -> bin.range() instanceof Missing)
              .findFirst()
              .orElseThrow();
      nodes.add(TreeNode.leaf(0, 1));
      nodes.add(leaf(missing));
      int rest = grow(0, bins.size() - 1);
      double cover = nodes.get(1).cover() + nodes.get(rest).cover();
      nodes.set(0, new TreeNode(feature, -Float.MAX_VALUE, true, 1, rest, 0, cover));
      return new DecisionTree(nodes);
    }

    private int grow(int from, int to) {
      int place = nodes.size();
      nodes.add(leaf(bins.get(from)));
      if (from < to) {
        int middle = (from + to + 1) / 2;
        int left = grow(from, middle - 1);
        int right = grow(middle, to);
        double cover = nodes.get(left).cover() + nodes.get(right).cover();
        nodes.set(place, new TreeNode(feature, starts.get(middle), false, left, right, 0, cover));
      }
      return place;
    }

    /** A bin that a special value cuts in two stands twice and shares its rows. */
    private TreeNode leaf(Bin bin) {
      long places = Math.max(1, bins.stream().filter(bin::equals).count());
      double cover = Math.max(LEAST_COVER, (double) bin.rows() / places);
      return TreeNode.leaf(factor * bin.woe(), cover);
    }
  }
}
