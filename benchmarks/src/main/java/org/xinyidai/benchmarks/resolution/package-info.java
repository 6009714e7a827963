/**
 * Measures how well rows without a code find their enterprise, on simulated registers and claims of
 * another make than those by which the weights were set. In: real places and trades. Out: precision
 * and recall by seed.
 */
@NullMarked
package org.xinyidai.benchmarks.resolution;

import org.jspecify.annotations.NullMarked;
