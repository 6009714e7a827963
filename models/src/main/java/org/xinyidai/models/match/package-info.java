/**
 * A vector and a score meet products: an offer, or every reason why not. In: a candidate and
 * products. Out: matches. Next is {@code financing}.
 */
@NullMarked
package org.xinyidai.models.match;

import org.jspecify.annotations.NullMarked;
