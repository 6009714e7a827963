package org.xinyidai.connectors.table;

import java.util.List;
import org.xinyidai.models.training.TrainingSet;

/**
 * A table ready for training (样本表).
 *
 * @param notes what was left out or taken another way, one sentence each
 */
public record LabelledTable(TrainingSet set, List<String> notes) {
  public LabelledTable {
    notes = List.copyOf(notes);
  }
}
