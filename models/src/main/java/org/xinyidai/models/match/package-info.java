/**
 * A vector and a score meet products: an offer, or every reason why not. In: a candidate, a request
 * and the products of a day. Out: offers in order, and what is withheld. Next is {@code policy}.
 *
 * <p>House rules: {@link org.xinyidai.models.match.LoopMatcher} is the obvious way and the
 * explainer; {@link org.xinyidai.models.match.ProductIndex} is the fast way and must say the same
 * of eligibility.
 */
@NullMarked
package org.xinyidai.models.match;

import org.jspecify.annotations.NullMarked;
