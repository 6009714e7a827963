/**
 * Loans that were made outside the platform to enterprises that it had matched (平台外贷款认领). In: a
 * claim of a lender, what proves the match, and what the enterprise and the office say. Out: the
 * claim after a step, or why the step cannot be taken. Next is {@code uptake}.
 */
@NullMarked
package org.xinyidai.models.financing.claim;

import org.jspecify.annotations.NullMarked;
