package org.xinyidai.models.score;

import java.util.List;

/** What a model is made of (模型主体), in the form that is read, printed and stored. */
public sealed interface ModelBody permits Scorecard, LinearModel, TreeEnsemble {
  /** The inputs, in the order in which a row gives them. */
  List<ModelInput> inputs();

  /**
   * Where the answer may jump as an input grows: the first values beyond each step, rising. Empty
   * for an input that is a category or that the answer follows without steps.
   */
  List<Double> cuts(int input);

  /** The same model as flat arrays. */
  CompiledModel compile(Scaling scaling);
}
