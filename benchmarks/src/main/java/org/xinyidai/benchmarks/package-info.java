/** Placeholder. */
@NullMarked
package org.xinyidai.benchmarks;

import org.jspecify.annotations.NullMarked;
