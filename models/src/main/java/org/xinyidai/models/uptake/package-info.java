/**
 * The targets of the financing office (信易贷考核): what is counted, against which bound, for how many
 * points, and what is still lacking. In: figures of a day and a pack of targets. Out: an assessment
 * with values, verdicts, points, gaps, trends and forecasts. Last room on the path.
 *
 * <p>House rules: counts are whole numbers and shares exact fractions, so that a bound is met or
 * missed without a rounding; what is not known is absent, never zero; what a source document leaves
 * unclear is said in a note or a stated reading, never mended in silence.
 */
@NullMarked
package org.xinyidai.models.uptake;

import org.jspecify.annotations.NullMarked;
