/**
 * A store of a million feature vectors, and how long it takes to serve one of them: our read beside
 * a raw RocksDB get of the same value in one run.
 */
@NullMarked
package org.xinyidai.benchmarks.vectors;

import org.jspecify.annotations.NullMarked;
