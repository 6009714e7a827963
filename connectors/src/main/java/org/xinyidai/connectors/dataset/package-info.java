/**
 * Public credit data in the layouts that their publishers chose (公开信贷数据集). In: a folder or file.
 * Out: one table of labelled rows, with the columns named that are known only after the outcome.
 * Next is {@code table}, which types the columns.
 */
@NullMarked
package org.xinyidai.connectors.dataset;

import org.jspecify.annotations.NullMarked;
