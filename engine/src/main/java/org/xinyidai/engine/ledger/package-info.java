/**
 * Counts what was reported, by month, feed, source and district (数据质量台账), in the same write as the
 * records themselves. In: what became of each row. Out: tallies. Next is {@code ingest}.
 */
@NullMarked
package org.xinyidai.engine.ledger;

import org.jspecify.annotations.NullMarked;
