/**
 * How fast a vector becomes a score, beside plain loops and beside the libraries that train. In:
 * synthetic models and rows from fixed seeds. Out: ratios on the terminal, kept in {@code
 * benchmarks/results/scoring.md}.
 */
@NullMarked
package org.xinyidai.benchmarks.score;

import org.jspecify.annotations.NullMarked;
