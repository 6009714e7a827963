/**
 * Where demand meets supply: the shelf of published products, the demands that enterprises post,
 * and their matches. In: products, demands, vectors and scores. Out: offers and reasons why not.
 * Next is {@code simulation}.
 */
@NullMarked
package org.xinyidai.engine.market;

import org.jspecify.annotations.NullMarked;
