/**
 * How fast records become facts. In: a folder of real invoices. Out: wall times beside those of
 * writing the same bytes straight to RocksDB.
 */
@NullMarked
package org.xinyidai.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
