/**
 * How fast results are returned to a node: the relay with everything on beside the same bytes
 * posted without any of it, in one run.
 */
@NullMarked
package org.xinyidai.benchmarks.feedback;

import org.jspecify.annotations.NullMarked;
