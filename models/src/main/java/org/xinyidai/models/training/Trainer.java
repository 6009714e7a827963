package org.xinyidai.models.training;

/** Trains any kind of model (模型训练). The same rows, settings and seed give the same model. */
public final class Trainer {
  private Trainer() {}

  /**
   * Trains one model on all rows of a set.
   *
   * @param id names the model
   * @param schemaVersion of the features behind the columns; 0 for a plain table
   * @param seed of all that is random
   * @throws IllegalArgumentException when the rows are all good or all bad
   */
  public static TrainedModel train(
      TrainingSet set, ModelSettings settings, long seed, String id, int schemaVersion) {
    if (set.bads() == 0 || set.bads() == set.size()) {
      throw new IllegalArgumentException(
          "training needs good and bad rows, not %d bad of %d".formatted(set.bads(), set.size()));
    }
    Identity identity = new Identity(id, schemaVersion, seed);
    if (settings instanceof CardSettings card) {
      return new CardTraining(set, card, identity).run();
    }
    return new TreeTraining(set, (TreeSettings) settings, identity).run();
  }

  /** What a training is called and drawn by. */
  record Identity(String id, int schemaVersion, long seed) {}
}
