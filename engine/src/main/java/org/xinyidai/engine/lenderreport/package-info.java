/**
 * What lenders report of their loans (机构报送): batches by API and monthly files, each line held
 * against its application, moved on through the one desk of {@code lending}, or kept with the
 * reason why not. In: lines. Out: an answer for each, differences as tasks, and what a month's file
 * left out. Next is {@code claim}.
 */
@NullMarked
package org.xinyidai.engine.lenderreport;

import org.jspecify.annotations.NullMarked;
