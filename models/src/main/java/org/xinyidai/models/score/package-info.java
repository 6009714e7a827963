/**
 * A vector becomes points, a probability of default, a grade and reasons. Needs no training
 * library. In: a vector. Out: a score. Next is {@code product}.
 */
@NullMarked
package org.xinyidai.models.score;

import org.jspecify.annotations.NullMarked;
