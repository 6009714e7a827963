package org.xinyidai.models.training;

import java.util.List;
import org.xinyidai.models.score.Admission;
import org.xinyidai.models.score.CompiledModel;
import org.xinyidai.models.score.ScoringModel;

/** What a training gives (训练结果): the model, and what it thought of every column. */
public record TrainedModel(ScoringModel model, List<ColumnReport> columns) {
  public TrainedModel {
    columns = List.copyOf(columns);
  }

  /**
   * The model ready to serve.
   *
   * @throws IllegalStateException when it does not repeat its own training library, which is a
   *     fault of this program
   */
  public CompiledModel compiled() {
    Admission admission = model.admit();
    if (admission instanceof Admission.Admitted admitted) {
      return admitted.model();
    }
    throw new IllegalStateException(((Admission.Refused) admission).reason());
  }

  /** Where the model's inputs stand among the columns of a set. */
  public int[] positionsIn(TrainingSet set) {
    List<String> names = set.columns().stream().map(TrainingColumn::name).toList();
    return model.inputs().stream().mapToInt(input -> names.indexOf(input.name())).toArray();
  }
}
