/**
 * How long it takes to count a million subjects for the office's targets: the columns beside a
 * database on the same spans in one run, and the whole from the store.
 */
@NullMarked
package org.xinyidai.benchmarks.uptake;

import org.jspecify.annotations.NullMarked;
