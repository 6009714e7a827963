/**
 * Aside from the path: labelled vectors become models by Tribuo, with their provenance and their
 * evaluation. In: a data set. Out: a model that {@code score} can serve.
 */
@NullMarked
package org.xinyidai.models.training;

import org.jspecify.annotations.NullMarked;
