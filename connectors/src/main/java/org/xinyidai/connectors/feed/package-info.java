/**
 * Bytes of a source office to records of a feed, one at a time (归集接入). In: CSV or NDJSON, plain or
 * gzip, UTF-8 or GB18030; workbooks; Parquet and Arrow files. Whatever the name of a file says, its
 * first bytes are asked, and every length that it states is bounded. Out: the texts of each record,
 * or why it cannot be read. Next is {@code record} of the models, which checks them.
 */
@NullMarked
package org.xinyidai.connectors.feed;

import org.jspecify.annotations.NullMarked;
