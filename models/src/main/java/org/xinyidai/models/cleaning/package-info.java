/**
 * How wrong rows are mended (数据清洗): declared rules, each with its basis. In: a refused row. Out:
 * suggestions of other texts. Next is {@code resolution}.
 */
@NullMarked
package org.xinyidai.models.cleaning;

import org.jspecify.annotations.NullMarked;
