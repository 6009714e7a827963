package org.xinyidai.models.training;

import de.bwaldvogel.liblinear.Model;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.TrainerProvenance;

/**
 * The logistic regression of a card by Tribuo's LibLinear (逻辑回归): Newton's method with a trust
 * region, exact and without chance.
 *
 * <p>LibLinear shrinks the intercept with the coefficients. The examples therefore carry a constant
 * of their own, so large that its weight is next to free.
 */
final class WoeRegression {
  private static final double CONSTANT = 100;
  private static final int ITERATIONS = 10_000;
  private static final double TERMINATION = 1e-8;

  private final LibLinearModel<Label> model;
  private final String[] names;
  private final double intercept;
  private final double[] coefficients;

  private WoeRegression(LibLinearModel<Label> model, String[] names) {
    this.model = model;
    this.names = names;
    Model inner = model.getInnerModels().get(0);
    int bad = model.getOutputIDInfo().getID(Outcome.BAD);
    double sign = inner.getLabels()[0] == bad ? 1 : -1;
    double[] weights = inner.getFeatureWeights();
    coefficients = new double[names.length - 1];
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = sign * weights[model.getFeatureIDMap().getID(names[i])];
    }
    double constant = weights[model.getFeatureIDMap().getID(names[names.length - 1])];
    intercept = sign * (constant * CONSTANT + weights[names.length]);
  }

  /**
   * @param columns weights of evidence, one array per characteristic
   * @param ridge half of it times the sum of squared coefficients is the price
   */
  static WoeRegression train(
      double[][] columns, List<String> characteristics, boolean[] bad, double ridge, long seed) {
    String[] names = new String[columns.length + 1];
    for (int i = 0; i < columns.length; i++) {
      names[i] = characteristics.get(i);
    }
    names[columns.length] = Outcome.CONSTANT_NAME;
    MutableDataset<Label> examples = Outcome.dataset("weights of evidence");
    for (int row = 0; row < bad.length; row++) {
      double[] values = new double[columns.length];
      for (int i = 0; i < columns.length; i++) {
        values[i] = columns[i][row];
      }
      examples.add(example(names, values, bad[row]));
    }
    LibLinearClassificationTrainer trainer =
        new LibLinearClassificationTrainer(
            new LinearClassificationType(LinearType.L2R_LR),
            1 / ridge,
            ITERATIONS,
            TERMINATION,
            seed);
    return new WoeRegression(trainer.train(examples), names);
  }

  private static Example<Label> example(String[] names, double[] woe, boolean bad) {
    double[] values = new double[names.length];
    System.arraycopy(woe, 0, values, 0, woe.length);
    values[woe.length] = CONSTANT;
    return new ArrayExample<>(Outcome.of(bad), names, values);
  }

  double intercept() {
    return intercept;
  }

  double[] coefficients() {
    return coefficients.clone();
  }

  /** Tribuo's own probability of bad for weights of evidence. */
  double predict(double[] woe) {
    return Outcome.probabilityOfBad(model.predict(example(names, woe, true)));
  }

  TrainerProvenance provenance() {
    return model.getProvenance().getTrainerProvenance();
  }
}
