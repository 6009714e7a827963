package org.xinyidai.models.training;

import org.xinyidai.models.score.ModelInput;

/**
 * A column of a training set (训练变量).
 *
 * @param sense binds every model that is trained on it; of no meaning for categories
 * @param combined whether it only combines two others: trees may look at it, a card never does
 */
public record TrainingColumn(ModelInput input, Sense sense, boolean combined) {
  public TrainingColumn(ModelInput input, Sense sense) {
    this(input, sense, false);
  }

  public static TrainingColumn numeric(String name) {
    return new TrainingColumn(ModelInput.numeric(name), Sense.ANY);
  }

  /** A number that combines two other columns. */
  public static TrainingColumn combined(String name) {
    return new TrainingColumn(ModelInput.numeric(name), Sense.ANY, true);
  }

  public String name() {
    return input.name();
  }
}
