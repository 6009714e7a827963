package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.ModelInput;

/**
 * Cuts columns into bins (分箱): each gets a characteristic with the coefficient -1, which the
 * regression replaces.
 */
public final class Binner {
  /** The coefficient of a characteristic that stands alone. */
  private static final double ALONE = -1;

  private final BinningSettings settings;

  public Binner(BinningSettings settings) {
    this.settings = settings;
  }

  /** One characteristic per column, in the order of the columns. */
  public List<Characteristic> bin(TrainingSet set) {
    WeightOfEvidence evidence =
        new WeightOfEvidence(set.size() - set.bads(), set.bads(), settings.smoothingRows());
    List<Characteristic> characteristics = new ArrayList<>();
    for (int column = 0; column < set.columns().size(); column++) {
      characteristics.add(bin(set, column, evidence));
    }
    return characteristics;
  }

  private Characteristic bin(TrainingSet set, int column, WeightOfEvidence evidence) {
    ModelInput input = set.columns().get(column).input();
    BinningSettings own = settings.withShape(shapeOf(set.columns().get(column).sense()));
    List<BinRange> ranges =
        new ArrayList<>(
            input.isCategorical()
                ? CategoryGroups.of(set, column, own, evidence)
                : NumericIntervals.of(set, column, own, evidence));
    input.specials().forEach(value -> ranges.add(new BinRange.Special(value)));
    ranges.add(new BinRange.Missing());
    List<Bin> bins = ranges.stream().map(range -> new Bin(range, 0, 0, 0)).toList();
    List<Bin> counted = count(new Characteristic(input, ALONE, 0, bins), set, column, evidence);
    return new Characteristic(input, ALONE, evidence.informationValue(counted), counted);
  }

  private BinningSettings.Shape shapeOf(Sense sense) {
    return switch (sense) {
      case ANY -> settings.shape();
      case RISK_RISES -> BinningSettings.Shape.RISING;
      case RISK_FALLS -> BinningSettings.Shape.FALLING;
    };
  }

  private static List<Bin> count(
      Characteristic empty, TrainingSet set, int column, WeightOfEvidence evidence) {
    List<Bin> bins = empty.bins();
    long[] goods = new long[bins.size()];
    long[] bads = new long[bins.size()];
    for (int row = 0; row < set.size(); row++) {
      long[] counts = set.isBad(row) ? bads : goods;
      counts[empty.binIndexOf(set.value(row, column))]++;
    }
    List<Bin> counted = new ArrayList<>();
    for (int i = 0; i < goods.length; i++) {
      counted.add(new Bin(bins.get(i).range(), goods[i], bads[i], evidence.woe(goods[i], bads[i])));
    }
    return counted;
  }
}
