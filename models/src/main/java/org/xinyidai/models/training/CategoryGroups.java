package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.xinyidai.models.score.BinRange;
import org.xinyidai.models.score.BinRange.Categories;
import org.xinyidai.models.score.BinRange.OtherCategories;
import org.xinyidai.models.training.BinningSettings.Shape;

/** Groups the categories of a column by their weight of evidence (类别分组). */
final class CategoryGroups {
  /** A category in fewer rows than this says nothing alone and joins the others. */
  private static final int LEAST_ROWS = 5;

  private CategoryGroups() {}

  static List<BinRange> of(
      TrainingSet set, int column, BinningSettings settings, WeightOfEvidence evidence) {
    int categories = set.columns().get(column).input().categories().size();
    long[] goods = new long[categories];
    long[] bads = new long[categories];
    for (int row = 0; row < set.size(); row++) {
      double code = set.value(row, column);
      if (code >= 0) {
        (set.isBad(row) ? bads : goods)[(int) code]++;
      }
    }
    int[] order =
        IntStream.range(0, categories)
            .filter(i -> goods[i] + bads[i] >= LEAST_ROWS)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -evidence.woe(goods[i], bads[i]))
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
    List<BinRange> groups = new ArrayList<>();
    if (order.length > 0) {
      groups.addAll(join(order, goods, bads, settings.withShape(Shape.RISING), evidence));
    }
    groups.add(new OtherCategories());
    return groups;
  }

  private static List<BinRange> join(
      int[] order, long[] goods, long[] bads, BinningSettings settings, WeightOfEvidence evidence) {
    Classes classes = Classes.of(order, goods, bads, settings.fineClasses());
    int[] cuts =
        new OptimalBinning(new FineClasses(classes.goods, classes.bads), settings, evidence).cuts();
    List<BinRange> groups = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= cuts.length; i++) {
      int to = i < cuts.length ? classes.firsts[cuts[i]] : order.length;
      groups.add(new Categories(IntStream.range(from, to).mapToObj(k -> order[k]).toList()));
      from = to;
    }
    return groups;
  }

  /** Many categories in order become few classes of about equal size. */
  private static final class Classes {
    private final int[] firsts;
    private final long[] goods;
    private final long[] bads;

    Classes(int[] firsts, long[] goods, long[] bads) {
      this.firsts = firsts;
      this.goods = goods;
      this.bads = bads;
    }

    static Classes of(int[] order, long[] goods, long[] bads, int limit) {
      long total = IntStream.of(order).mapToLong(i -> goods[i] + bads[i]).sum();
      int classes = Math.min(limit, order.length);
      long[] classGoods = new long[classes];
      long[] classBads = new long[classes];
      int[] firsts = new int[classes];
      int at = -1;
      long seen = 0;
      for (int k = 0; k < order.length; k++) {
        boolean due = order.length == classes || seen * classes >= total * (at + 1);
        if (due && at + 1 < classes) {
          firsts[++at] = k;
        }
        classGoods[at] += goods[order[k]];
        classBads[at] += bads[order[k]];
        seen += goods[order[k]] + bads[order[k]];
      }
      return new Classes(
          Arrays.copyOf(firsts, at + 1),
          Arrays.copyOf(classGoods, at + 1),
          Arrays.copyOf(classBads, at + 1));
    }
  }
}
