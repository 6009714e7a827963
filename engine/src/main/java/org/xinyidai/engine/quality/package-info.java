/**
 * The report by which the office is judged (数据质量报告): rates and verdicts of a month out of the
 * ledger. In: tallies. Out: lines with exact rates. Next is {@code learning}.
 */
@NullMarked
package org.xinyidai.engine.quality;

import org.jspecify.annotations.NullMarked;
