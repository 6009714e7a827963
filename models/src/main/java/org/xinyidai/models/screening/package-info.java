/**
 * Lenders look for enterprises (优企筛选): columns of what is known of everyone, ordered by score, and
 * what a lender asks of them. In: a row of attribute values for each enterprise. Out: counts, the
 * best that match, samples. Requirement B5. Next is {@code financing}.
 *
 * <p>House rules: {@link org.xinyidai.models.screening.LoopScreening} is the obvious way; {@link
 * org.xinyidai.models.screening.ScreeningIndex} is the fast way and must find the same rows.
 */
@NullMarked
package org.xinyidai.models.screening;

import org.jspecify.annotations.NullMarked;
