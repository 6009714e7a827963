package org.xinyidai.models.training;

import org.xinyidai.models.score.ModelInput;

/**
 * A column of a training set (训练变量).
 *
 * @param sense binds every model that is trained on it; of no meaning for categories
 */
public record TrainingColumn(ModelInput input, Sense sense) {
  public static TrainingColumn numeric(String name) {
    return new TrainingColumn(ModelInput.numeric(name), Sense.ANY);
  }

  public String name() {
    return input.name();
  }
}
