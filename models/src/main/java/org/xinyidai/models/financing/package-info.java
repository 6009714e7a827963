/**
 * The demand for money and what becomes of it. In: a demand of an enterprise, or a score and a
 * table of rates. Out: what matching is asked, and the rate that is expected to earn most; inside,
 * {@code application} takes it from there to money in the account.
 *
 * <p>House rules: what a person typed is a {@link org.xinyidai.models.financing.DemandDraft},
 * checked into a list of problems; a {@link org.xinyidai.models.financing.Demand} is always sound.
 */
@NullMarked
package org.xinyidai.models.financing;

import org.jspecify.annotations.NullMarked;
