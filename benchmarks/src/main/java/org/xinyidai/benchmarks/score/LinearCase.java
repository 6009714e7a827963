package org.xinyidai.benchmarks.score;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.LinearModel;
import org.xinyidai.models.score.LinearTerm;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Scorecard;

/** A card, a linear model and Tribuo's logistic regression over the same 100 inputs. */
final class LinearCase {
  static final int FEATURES = 100;
  private static final int TRAINING_ROWS = 2_000;
  private static final double MISSING_SHARE = 0.05;

  /** Enough that no row's path is learnt by the processor, and that all stay in a near cache. */
  static final int ROWS = 256;

  private static final int MOST_INTERVALS = 6;
  private static final int LEAST_INTERVALS = 3;

  final SplittableRandom random = new SplittableRandom(20_241_122);
  final String[] names =
      IntStream.range(0, FEATURES).mapToObj("x%02d"::formatted).toArray(String[]::new);
  final double[] weights = random.doubles(FEATURES, -1, 1).toArray();
  final double[][] complete = rows(0);
  final double[][] gapped = rows(MISSING_SHARE);
  final CompiledModel card = card().compile(Scaling.STANDARD);
  final CompiledModel linear = linear().compile(Scaling.STANDARD);
  final Model<Label> tribuo = tribuo();
  final List<Example<Label>> built = new ArrayList<>();

  LinearCase() {
    for (double[] row : complete) {
      built.add(example(row, true));
    }
  }

  Example<Label> example(double[] row, boolean bad) {
    return new ArrayExample<>(new Label(bad ? "bad" : "good"), names, row);
  }

  private double[][] rows(double missingShare) {
    double[][] rows = new double[ROWS][FEATURES];
    for (double[] row : rows) {
      for (int i = 0; i < FEATURES; i++) {
        row[i] = random.nextDouble() < missingShare ? Double.NaN : random.nextDouble(-3, 3);
      }
    }
    return rows;
  }

  private LinearModel linear() {
    return new LinearModel(
        -1,
        IntStream.range(0, FEATURES)
            .mapToObj(i -> new LinearTerm(ModelInput.numeric(names[i]), weights[i], 0))
            .toList());
  }

  private Scorecard card() {
    return new Scorecard(-1, IntStream.range(0, FEATURES).mapToObj(this::characteristic).toList());
  }

  private Characteristic characteristic(int feature) {
    int intervals = random.nextInt(LEAST_INTERVALS, MOST_INTERVALS + 1);
    double[] cuts = random.doubles(intervals - 1L, -3, 3).sorted().toArray();
    List<Bin> bins = new ArrayList<>();
    double from = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < intervals; i++) {
      double below = i < cuts.length ? cuts[i] : Double.POSITIVE_INFINITY;
      bins.add(new Bin(new BinRange.Interval(from, below), 10, 1, random.nextDouble(-1, 1)));
      from = below;
    }
    bins.add(new Bin(new BinRange.Missing(), 10, 1, 0.1));
    return new Characteristic(ModelInput.numeric(names[feature]), -0.5, 0.1, bins);
  }

  private Model<Label> tribuo() {
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> examples =
        new MutableDataset<>(
            new SimpleDataSourceProvenance(
                "synthetic", OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), labels),
            labels);
    for (int i = 0; i < TRAINING_ROWS; i++) {
      double[] row = random.doubles(FEATURES, -3, 3).toArray();
      double sum = IntStream.range(0, FEATURES).mapToDouble(f -> weights[f] * row[f]).sum();
      examples.add(example(row, sum + random.nextDouble(-3, 3) > 0));
    }
    return new LibLinearClassificationTrainer().train(examples);
  }
}
