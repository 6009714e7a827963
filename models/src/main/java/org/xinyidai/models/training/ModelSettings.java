package org.xinyidai.models.training;

import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.Scaling;

/** What to train, and how (训练参数). */
public sealed interface ModelSettings permits CardSettings, TreeSettings {
  /** In a word for files and people: card, xgboost or forest. */
  String kind();

  Scaling scaling();

  GradeScale grades();
}
