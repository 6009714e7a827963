package org.xinyidai.models.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.training.Trainer.Identity;

/** One training of a scorecard (评分卡训练): bins, weights of evidence, choice, regression, points. */
final class CardTraining {
  private static final int CROSS_FIT_FOLDS = 5;

  private final TrainingSet set;
  private final CardSettings settings;
  private final Identity identity;

  CardTraining(TrainingSet set, CardSettings settings, Identity identity) {
    this.set = set;
    this.settings = settings;
    this.identity = identity;
  }

  TrainedModel run() {
    Binner binner = new Binner(settings.binning());
    List<Characteristic> all = binner.bin(set);
    double[][] design = design(binner, all);
    VariableSelection.Choice choice =
        VariableSelection.choose(
            settings,
            design,
            set.labels(),
            all.stream().mapToDouble(Characteristic::informationValue).toArray(),
            combined());
    int[] chosen = choice.chosen().stream().mapToInt(Integer::intValue).toArray();
    List<Characteristic> characteristics = choice.chosen().stream().map(all::get).toList();
    WoeRegression regression =
        WoeRegression.train(
            columns(design, chosen),
            names(characteristics),
            set.labels(),
            settings.ridge(),
            identity.seed());
    Scorecard card = card(characteristics, regression);
    return new TrainedModel(
        new ScoringModel(
            identity.id(),
            identity.schemaVersion(),
            card,
            settings.scaling(),
            settings.grades(),
            checks(card, regression, set.columns(chosen)),
            Provenances.of(set, settings, identity, regression.provenance())),
        ColumnReports.of(set, all, choice.fates()));
  }

  private boolean[] combined() {
    boolean[] combined = new boolean[set.columns().size()];
    for (int i = 0; i < combined.length; i++) {
      combined[i] = set.columns().get(i).combined();
    }
    return combined;
  }

  private double[][] design(Binner binner, List<Characteristic> all) {
    double[][] design = WoeDesign.plain(set, all);
    int[] manyValued =
        IntStream.range(0, design.length)
            .filter(i -> all.get(i).input().categories().size() >= settings.crossFitCategories())
            .toArray();
    Folds parts = Folds.stratified(set.labels(), CROSS_FIT_FOLDS, identity.seed());
    WoeDesign.crossFit(set, manyValued, binner, parts, design);
    return design;
  }

  private static double[][] columns(double[][] design, int[] chosen) {
    double[][] columns = new double[chosen.length][];
    for (int i = 0; i < chosen.length; i++) {
      columns[i] = design[chosen[i]];
    }
    return columns;
  }

  private static List<String> names(List<Characteristic> characteristics) {
    return characteristics.stream().map(characteristic -> characteristic.input().name()).toList();
  }

  private static Scorecard card(List<Characteristic> characteristics, WoeRegression regression) {
    List<Characteristic> weighted = new ArrayList<>();
    for (int i = 0; i < characteristics.size(); i++) {
      weighted.add(characteristics.get(i).withCoefficient(regression.coefficients()[i]));
    }
    return new Scorecard(regression.intercept(), weighted);
  }

  private List<CheckVector> checks(Scorecard card, WoeRegression regression, TrainingSet inputs) {
    List<CheckVector> checks = new ArrayList<>();
    for (double[] row : CheckRows.draw(inputs, identity.seed())) {
      double[] woe = new double[row.length];
      List<Double> values = new ArrayList<>();
      for (int i = 0; i < row.length; i++) {
        woe[i] = card.characteristics().get(i).binOf(row[i]).woe();
        values.add(row[i]);
      }
      checks.add(new CheckVector(values, regression.predict(woe)));
    }
    return checks;
  }
}
