/**
 * Which offer stands first, and why (报价排序): by what it is expected to be worth to the enterprise.
 * In: offers, what lenders did before, policy tools. Out: offers in order, each with its reason in
 * one sentence. Next is {@code assignment}.
 *
 * <p>House rule: nothing enters the order but what {@link
 * org.xinyidai.models.ranking.ExpectedBenefit} names. There is no field that a lender could pay
 * for.
 */
@NullMarked
package org.xinyidai.models.ranking;

import org.jspecify.annotations.NullMarked;
