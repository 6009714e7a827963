/**
 * The formulas by which the office is judged (数据质量考核): rates, thresholds and points, exact to the
 * last digit. In: counts of a feed and month. Out: rates, verdicts and points, each with its
 * requirement. Next is {@code resolution}.
 */
@NullMarked
package org.xinyidai.models.quality;

import org.jspecify.annotations.NullMarked;
