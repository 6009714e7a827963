package org.xinyidai.engine.serving;

import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.models.dispute.UndisputedVector;
import org.xinyidai.models.score.Score;

/** A score with all that it was made of (评分及其依据): what a later proof needs. */
public record Scored(UndisputedVector from, Score score, ServingModel model) {}
