/**
 * The office's targets upon this platform's own data (信易贷考核服务): the facts of subjects in columns,
 * kept up with every write; figures that the office enters; packs judged as of any day; who is
 * behind a figure or lacks to it. In: the store, the ledger, the shelf, figures by hand. Out:
 * assessments, trends, pages of subjects, comparisons. Next is {@code http}.
 */
@NullMarked
package org.xinyidai.engine.uptake;

import org.jspecify.annotations.NullMarked;
