/**
 * Mends refused rows by declared rules (数据清洗). In: quarantine and rules. Out: mended rows through
 * ingest again, or suggestions for a person, each traceable to the row as it came. Next is {@code
 * quality}.
 */
@NullMarked
package org.xinyidai.engine.cleaning;

import org.jspecify.annotations.NullMarked;
