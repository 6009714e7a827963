/**
 * What lenders publish: loan products (信贷产品) and their typed criteria. In: product files. Out:
 * criteria that can be indexed. Next is {@code match}.
 */
@NullMarked
package org.xinyidai.models.product;

import org.jspecify.annotations.NullMarked;
