/**
 * The demand for money and what becomes of it. In: a demand of an enterprise. Out: what lenders
 * answer.
 */
@NullMarked
package org.xinyidai.models.financing;

import org.jspecify.annotations.NullMarked;
