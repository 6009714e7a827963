/**
 * How long it takes to find the products that an enterprise may have: the index beside the loop, on
 * the same products and enterprises in one run.
 */
@NullMarked
package org.xinyidai.benchmarks.match;

import org.jspecify.annotations.NullMarked;
