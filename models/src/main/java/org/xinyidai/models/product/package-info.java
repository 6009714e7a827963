/**
 * What lenders publish: loan products (信贷产品) and their typed criteria. In: product files. Out:
 * criteria that can be indexed, each "the value lies in a union of closed intervals on one axis".
 * Next is {@code match}.
 *
 * <p>House rules: a criterion is data, never code. An attribute is named once, in {@link
 * org.xinyidai.models.product.AttributeCatalogue}. What is wrong with a product file is a list of
 * {@link org.xinyidai.models.product.Problem}, not an exception.
 */
@NullMarked
package org.xinyidai.models.product;

import org.jspecify.annotations.NullMarked;
