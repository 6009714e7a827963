/**
 * Any table of labelled rows becomes a training set (通用样本表). In: a CSV file and which column is the
 * label. Out: typed columns, with notes on what was left out and why. Next is {@code training} of
 * the models.
 */
@NullMarked
package org.xinyidai.connectors.table;

import org.jspecify.annotations.NullMarked;
