package org.xinyidai.connectors.model;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange;
import org.xinyidai.models.score.BinRange.Categories;
import org.xinyidai.models.score.BinRange.Interval;
import org.xinyidai.models.score.BinRange.Missing;
import org.xinyidai.models.score.BinRange.OtherCategories;
import org.xinyidai.models.score.BinRange.Special;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;

/** A card with everything a card may have: intervals, specials, categories, missing. */
final class ExampleCard {
  private static final int CHECKS = 20;

  private ExampleCard() {}

  static ScoringModel model(SplittableRandom random) {
    Scorecard card = card(random);
    List<CheckVector> checks = new ArrayList<>();
    for (int i = 0; i < CHECKS; i++) {
      double[] row = row(card, random);
      List<Double> values = new ArrayList<>();
      for (double value : row) {
        values.add(value);
      }
      checks.add(new CheckVector(values, 1 / (1 + Math.exp(-card.logOddsOfBad(row)))));
    }
    return new ScoringModel(
        "card-example",
        0,
        card,
        new Scaling(620, 0.04, 45),
        GradeScale.STANDARD,
        checks,
        Map.of("data", "made of chance for a test"));
  }

  private static Scorecard card(SplittableRandom random) {
    List<Characteristic> characteristics = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      characteristics.add(numeric("amount " + i, random));
    }
    characteristics.add(categorical(random));
    return new Scorecard(random.nextDouble(-3, 0), characteristics);
  }

  private static Characteristic numeric(String name, SplittableRandom random) {
    double[] cuts = random.doubles(1 + random.nextInt(6), -1e3, 1e6).sorted().toArray();
    List<Bin> bins = new ArrayList<>();
    double from = NEGATIVE_INFINITY;
    for (double cut : cuts) {
      bins.add(bin(new Interval(from, cut), random));
      from = cut;
    }
    bins.add(bin(new Interval(from, POSITIVE_INFINITY), random));
    bins.add(bin(new Special(-9), random));
    bins.add(bin(new Special(999), random));
    bins.add(bin(new Missing(), random));
    ModelInput input = new ModelInput(name, List.of(), List.of(-9.0, 999.0));
    return new Characteristic(input, -random.nextDouble(), 0.1, bins);
  }

  private static Characteristic categorical(SplittableRandom random) {
    List<Bin> bins =
        List.of(
            bin(new Categories(List.of(0, 2)), random),
            bin(new Categories(List.of(1)), random),
            bin(new OtherCategories(), random),
            bin(new Missing(), random));
    List<String> trades = List.of("批发", "retail's \"own\"", "a <b> & c", "seldom seen");
    return new Characteristic(ModelInput.categorical("trade", trades), -0.7, 0.1, bins);
  }

  private static Bin bin(BinRange range, SplittableRandom random) {
    return new Bin(range, 10, 3, random.nextDouble(-1.5, 1.5));
  }

  /** Values on the cuts and beside them, specials, missing ones and plain ones. */
  static double[] row(Scorecard card, SplittableRandom random) {
    return card.characteristics().stream()
        .mapToDouble(
            one -> one.input().isCategorical() ? random.nextInt(-1, 4) : value(one, random))
        .map(value -> random.nextInt(12) == 0 ? Double.NaN : value)
        .toArray();
  }

  private static double value(Characteristic one, SplittableRandom random) {
    Bin bin = one.bins().get(random.nextInt(one.bins().size()));
    if (bin.range() instanceof Special special) {
      return special.value();
    }
    if (bin.range() instanceof Interval interval && Double.isFinite(interval.from())) {
      return random.nextBoolean() ? interval.from() : Math.nextDown(interval.from());
    }
    return random.nextDouble(-2e3, 2e6);
  }
}
