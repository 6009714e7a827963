package org.xinyidai.connectors.sample;

import org.xinyidai.models.feature.FeatureVector;

/**
 * One row of training data (训练样本): the features of an enterprise on its observation day, which is
 * the day of the vector, and what became of it.
 */
public record DatasetRow(FeatureVector features, boolean bad) {}
