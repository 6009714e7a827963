/**
 * Where demand meets supply: how products come to the shelf and leave it, the demands that
 * enterprises post, policy tools, matches in order, and the plan of a matching day. In: products,
 * demands, vectors, scores and past decisions. Out: offers, reasons why not, notices. Next is
 * {@code platform}.
 */
@NullMarked
package org.xinyidai.engine.market;

import org.jspecify.annotations.NullMarked;
